package news.piton.articles.internal.wordpress;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Turns what WordPress's editors stored, blocks or classic, into plain HTML that says the same. It is not safe yet. */
final class PostBody {
    private static final Pattern BLOCK = Pattern.compile("<!--\\s+wp:");

    private PostBody() {}

    static String html(String content, Shelf shelf) {
        boolean blocks = BLOCK.matcher(content).find();
        Document document = Jsoup.parseBodyFragment(Shortcodes.replaced(content, shelf));
        document.outputSettings().prettyPrint(false);
        Blocks.plain(document.body());
        if (!blocks) {
            Paragraphs.restore(document.body());
        }
        return document.body().html();
    }

    /** The text of a title or an excerpt, which WordPress keeps as HTML. */
    static String text(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }
}
