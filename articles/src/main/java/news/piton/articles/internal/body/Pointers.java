package news.piton.articles.internal.body;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a body points at: its links and its pictures. */
public final class Pointers {
    private Pointers() {}

    /** @param block the index of the block it stands in */
    public record Pointer(int block, String address, boolean picture, String alt) {}

    /** All of them, in order. */
    public static List<Pointer> of(Body body) {
        List<Pointer> found = new ArrayList<>();
        List<Element> blocks = Jsoup.parseBodyFragment(body.html()).body().children();
        for (int block = 0; block < blocks.size(); block++) {
            for (Element each : blocks.get(block).select("a[href], img[src]")) {
                boolean picture = each.normalName().equals("img");
                found.add(new Pointer(
                        block,
                        each.attr(picture ? "src" : "href").strip(),
                        picture,
                        each.attr("alt").strip()));
            }
        }
        return found;
    }
}
