package news.piton.comments.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.piton.comments.internal.thread.CommentText;
import news.piton.core.fault.Outcome;
import news.piton.core.testing.HostileTexts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** A comment is text: whatever it says, its HTML holds paragraphs, line breaks and links to other sites, and says the same. */
class HostileCommentTest {
    private static final int MIXED = 10_000;

    @Test
    void only_paragraphs_breaks_and_links_come_out_and_the_words_stay() {
        List<String> texts = new ArrayList<>(HostileTexts.all());
        texts.addAll(HostileTexts.mixed(20_261_126L, MIXED));
        int taken = 0;
        for (String text : texts) {
            if (CommentText.of(text) instanceof Outcome.Done(CommentText said)) {
                taken++;
                Element body =
                        Jsoup.parseBodyFragment(BodyHtml.of(said.value())).body();
                body.childNodes().forEach(node -> check(node, text));
                assertEquals(
                        said.value().replaceAll("\\s+", ""), body.wholeText().replaceAll("\\s+", ""), text);
                assertEquals(said, ((Outcome.Done<CommentText>) CommentText.of(said.value())).value(), text);
            }
        }
        assertTrue(taken > texts.size() * 3 / 4, "most can be said: " + taken);
    }

    private static void check(Node node, String text) {
        assertTrue(node instanceof Element || node instanceof TextNode, () -> node.getClass() + " of " + text);
        if (node instanceof Element element) {
            assertTrue(Set.of("p", "br", "a").contains(element.normalName()), () -> element + " of " + text);
            for (Attribute attribute : element.attributes()) {
                boolean link = element.normalName().equals("a");
                assertTrue(link && Set.of("href", "rel").contains(attribute.getKey()), () -> element + " of " + text);
            }
            assertTrue(!element.hasAttr("href") || element.attr("href").matches("(?is)https?://.+"), text);
            element.childNodes().forEach(child -> check(child, text));
        }
    }
}
