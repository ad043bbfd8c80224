package news.piton.articles.internal.wordpress;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.body.Body;
import news.piton.core.text.Visible;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Turns what WordPress's editors stored, blocks or classic, into plain HTML that says the same. It is not safe yet. */
final class PostBody {
    /** In characters, with all its markup. */
    static final int LONGEST = 4 * Body.LONGEST;

    private static final Pattern BLOCK = Pattern.compile("<!--\\s++wp:");

    private static final Pattern DYNAMIC =
            Pattern.compile("<!--\\s++wp:(?:core/)?([a-z0-9/-]{1,60})\\s[^\\n]{0,2000}?/-->");
    private static final Set<String> SILENT = Set.of("more", "nextpage", "separator", "spacer");

    private PostBody() {}

    static String html(String content, Shelf shelf) {
        return html(content, shelf, lost -> {});
    }

    /**
     * @param lost hears what an article cannot show, as a clause
     * @throws Invalid when it is, or becomes, longer than is worked on
     */
    static String html(String stored, Shelf shelf, Consumer<String> lost) {
        if (stored.length() > LONGEST) {
            throw Invalid.tooLong("The text is too long.");
        }
        String content = ReusableBlocks.putInto(stored, shelf, LONGEST);
        boolean blocks = BLOCK.matcher(content).find();
        DYNAMIC.matcher(content)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !SILENT.contains(name))
                .distinct()
                .forEach(name -> lost.accept(
                        name.equals("block")
                                ? "a reusable block that the export does not hold"
                                : "the block \"" + name + "\", which WordPress fills when it shows the page"));
        Document document = Jsoup.parseBodyFragment(Shortcodes.replaced(content, shelf, lost));
        document.outputSettings().prettyPrint(false);
        PlainBlocks.plain(document.body(), lost);
        if (!blocks) {
            Paragraphs.restore(document.body());
        }
        return document.body().html();
    }

    /** The text of a title or an excerpt, which WordPress keeps as HTML. Most are plain, and not worth a parser. */
    static String text(String html) {
        if (isPlain(html)) {
            return html;
        }
        return Jsoup.parseBodyFragment(html).text().strip();
    }

    /** The same on one line; empty where there is nothing to see in it. */
    static Optional<String> line(String html) {
        return Optional.of(PlainText.tidy(text(html))).filter(Visible::anything);
    }

    /** Words of ASCII with one space between them, and nothing that means more than itself. */
    private static boolean isPlain(String html) {
        char before = ' ';
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c < ' ' || c > '~' || c == '<' || c == '&' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return html.isEmpty() || before != ' ';
    }
}
