package news.piton.articles.internal.body;

import java.util.regex.Pattern;
import news.piton.articles.internal.article.Invalid;
import org.jsoup.Jsoup;

/** A picture that stands in the text itself, as browsers paste it, or on its author's own machine: no reader could get it. */
public final class PastedPicture {
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:data|blob|file|cid):");
    private static final Pattern WRITTEN =
            Pattern.compile("(?i)(?:src\\s*+=\\s*+[\"']?|]\\(<?)\\s*+(?:data|blob|cid):");

    private PastedPicture() {}

    /** @param address a picture's */
    public static boolean at(String address) {
        return ADDRESS.matcher(address.strip()).lookingAt();
    }

    /** Whether there is one in HTML. */
    static boolean in(String html) {
        return ADDRESS.matcher(html).find()
                && Jsoup.parseBodyFragment(html).select("img[src]").stream()
                        .anyMatch(picture -> at(picture.attr("src")));
    }

    /** Whether one is what makes a text too long, in either format: looked for where the text is not read. */
    static boolean swells(String given) {
        return WRITTEN.matcher(given).find();
    }

    static Invalid refusal() {
        return Invalid.of("A picture stands in the text itself, as pasting does it, or on your own machine, and readers"
                + " would not get it. Upload the file by POST /media, and put the address that it answers with in its"
                + " place.");
    }
}
