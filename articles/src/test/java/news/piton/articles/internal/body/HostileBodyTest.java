package news.piton.articles.internal.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import news.piton.articles.internal.article.Invalid;
import news.piton.core.testing.HostileTexts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes in, what comes out holds what a paper prints and nothing else, and stays as it is when it goes in again. */
class HostileBodyTest {
    private static final int MIXED = 4_000;

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "ul",
            "ol",
            "li",
            "blockquote",
            "aside",
            "cite",
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
            "code",
            "hr",
            "br",
            "a",
            "em",
            "strong",
            "kbd",
            "sub",
            "sup",
            "s",
            "del",
            "ins",
            "q",
            "abbr");

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "a", Set.of("href", "rel"),
            "img", Set.of("src", "alt", "width", "height"),
            "abbr", Set.of("title"),
            "ol", Set.of("start"),
            "aside", Set.of("class"),
            "th", Set.of("colspan", "rowspan", "class"),
            "td", Set.of("colspan", "rowspan", "class"));

    record Format(String name, Function<String, Body> read) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Format> formats() {
        return Stream.of(new Format("HTML", Body::fromHtml), new Format("Markdown", Body::fromMarkdown));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void only_what_a_paper_prints_comes_out_and_it_stays(Format format) {
        List<String> texts = new ArrayList<>(HostileTexts.all());
        texts.addAll(HostileTexts.mixed(20_261_126L, MIXED));
        int printed = 0;
        for (String text : texts) {
            String html;
            try {
                html = format.read().apply(text).html();
            } catch (Invalid refused) {
                continue;
            }
            printed += html.isEmpty() ? 0 : 1;
            Document page = Jsoup.parseBodyFragment(html);
            page.body().childNodes().forEach(node -> check(node, text));
            assertEquals(0, page.head().childNodeSize(), text);
            assertEquals(html, Body.fromHtml(html).html(), text);
        }
        assertTrue(printed > texts.size() / 2, "most of it is text that somebody may read: " + printed);
    }

    private static void check(Node node, String text) {
        assertTrue(node instanceof Element || node instanceof TextNode, () -> node.getClass() + " of " + text);
        assertTrue(!(node instanceof DataNode) && !(node instanceof Comment), text);
        if (node instanceof Element element) {
            assertTrue(ELEMENTS.contains(element.normalName()), () -> element.normalName() + " of " + text);
            for (Attribute attribute : element.attributes()) {
                Set<String> allowed = ATTRIBUTES.getOrDefault(element.normalName(), Set.of());
                assertTrue(allowed.contains(attribute.getKey()), () -> attribute + " of " + text);
                if (Set.of("href", "src").contains(attribute.getKey())) {
                    checkAddress(attribute.getValue(), text);
                }
            }
            element.childNodes().forEach(child -> check(child, text));
        }
    }

    /** What browsers take for an address's scheme: control characters and spaces do not count. */
    private static void checkAddress(String address, String text) {
        String bare = address.replaceAll("[\\p{Cntrl}\\p{Z}\\uFEFF]", "").toLowerCase(java.util.Locale.ROOT);
        int colon = bare.indexOf(':');
        boolean relative = colon < 0 || bare.substring(0, colon).matches(".*[/?#].*");
        assertTrue(
                relative || Set.of("http", "https", "mailto", "tel").contains(bare.substring(0, colon)),
                () -> address + " of " + text);
    }
}
