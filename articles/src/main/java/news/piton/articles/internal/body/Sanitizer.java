package news.piton.articles.internal.body;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Takes out of foreign HTML what could do harm: OWASP's sanitizer with the list of what may stay. It is a little wider than
 * what the paper prints, since {@link CanonicalHtml} rewrites the rest into that.
 */
final class Sanitizer {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern REL = Pattern.compile("[a-zA-Z -]{1,100}");
    private static final Pattern CLASS = Pattern.compile("(?s)(?:.*\\s)?(?:pullquote|wp-block-pullquote)(?:\\s.*)?");
    private static final Pattern FRAME = Pattern.compile("(?i)(?:https?:)?//.{1,2000}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "aside",
                    "figure",
                    "figcaption",
                    "img",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "pre",
                    "hr",
                    "br",
                    "iframe")
            .allowElements("div", "section", "article", "header", "footer", "main", "address", "center")
            .allowElements(
                    "a", "em", "i", "strong", "b", "code", "kbd", "sub", "sup", "s", "strike", "del", "ins", "q",
                    "cite", "abbr")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("rel")
            .matching(REL)
            .onElements("a")
            .allowAttributes("src")
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("src")
            .matching(FRAME)
            .onElements("iframe")
            .allowAttributes("title")
            .onElements("abbr", "iframe")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("th", "td")
            .allowAttributes("align")
            .matching(true, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("class")
            .matching(false, "center", "right")
            .onElements("th", "td")
            .allowAttributes("class")
            .matching(CLASS)
            .onElements("blockquote", "aside", "figure")
            .toFactory();

    private Sanitizer() {}

    static String clean(String html) {
        // it parts the two braces that some template engines look for; no page of ours runs through one
        return POLICY.sanitize(html).replace("<!-- -->", "");
    }
}
