package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Articles as nobody should write them: what can be kept is kept clean, the rest is refused in plain words, and soon. */
@Timeout(60)
class UnluckyInputModuleTest {
    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    private static Reply create(String headline, Map<String, Object> more) {
        return ArticlesFixture.create(host, ArticlesFixture.input(headline, more));
    }

    private static Reply read(Reply created) {
        return host.as("EDITOR")
                .send(
                        "query($id: ID!) { article(id: $id) { headline standfirst body { html text wordCount } tags {"
                                + " name } } }",
                        Map.of("id", created.ok().text("/data/createArticle/article/id")))
                .ok();
    }

    private static Map<String, Object> html(String text) {
        return Map.of("body", Map.of("format", "HTML", "text", text));
    }

    @Test
    void keeps_what_people_write_in_and_drops_what_no_text_needs() {
        Reply article = read(create(
                "Fête \ud83c\udf89 at\u0000 the\u202e quay",
                Map.of(
                        "standfirst", "Left\u2066 to right \ud83d\ude00",
                        "tags", List.of("Fête \ud83c\udf89"),
                        "body",
                                Map.of(
                                        "format",
                                        "HTML",
                                        "text",
                                        "<p>One\u0000 \u202etwo"
                                                + " \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67</p>"))));
        assertEquals("Fête \ud83c\udf89 at the quay", article.text("/data/article/headline"));
        assertEquals("Left to right \ud83d\ude00", article.text("/data/article/standfirst"));
        assertEquals("Fête \ud83c\udf89", article.text("/data/article/tags/0/name"));
        assertEquals(
                "One two \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", article.text("/data/article/body/text"));
    }

    @Test
    void finds_an_author_and_a_source_by_the_name_that_they_were_made_with() {
        String author = "Ana\u0000  \u202eJoseph ";
        String source = "Isle \t Press\ufeff";
        host.as("EDITOR")
                .send(
                        "mutation($author: String!, $source: String!) { createAuthor(input: {name: $author}) {"
                            + " userErrors { code } } createSource(input: {name: $source, kind: AGENCY}) { userErrors"
                            + " { code } } }",
                        Map.of("author", author, "source", source))
                .ok();
        Reply created = create("By her", Map.of("authors", List.of(author), "source", source));
        assertEquals(List.of(), created.userErrorCodes());
    }

    @Test
    void refuses_a_paragraph_of_a_million_letters_and_takes_one_that_just_fits() {
        Reply refused = create("Long", html("<p>" + "x".repeat(900_000) + "</p>"));
        assertEquals(List.of("TOO_LONG"), refused.userErrorCodes());
        Reply endless = create("Longer", html("<p>" + "x".repeat(5_000_000) + "</p>"));
        assertEquals(413, endless.status());
        String words = "word ".repeat(79_000);
        Reply article = read(create("Just fits", html("<p>" + words + "</p>")));
        assertEquals("79000", article.text("/data/article/body/wordCount"));
        read(create("One word", html("<p>" + "x".repeat(399_000) + "</p>")));
    }

    @Test
    void refuses_five_thousand_tags() {
        List<String> tags = IntStream.range(0, 5_000).mapToObj(i -> "Tag " + i).toList();
        Reply refused = create("Tagged", Map.of("tags", tags));
        assertEquals(1, refused.userErrorCodes().size(), refused.json()::toString);
        assertEquals("tags", refused.text("/data/createArticle/userErrors/0/path/1"));
        assertTrue(refused.userErrorMessages().getFirst().matches(".*\\d.*"), "how many there may be");
    }

    @Test
    void survives_markup_that_nests_without_end() {
        for (String deep : List.of(
                "<div>".repeat(60_000) + "x",
                "<b><i>".repeat(40_000) + "x",
                "<blockquote>".repeat(30_000) + "x",
                "<ul><li>".repeat(40_000) + "x",
                "<table><tr><td>".repeat(20_000) + "x",
                "<a href=x>".repeat(30_000) + "x",
                "<svg><math>".repeat(30_000) + "x")) {
            Reply reply = create("Deep " + deep.substring(0, 6), html(deep));
            assertTrue(
                    reply.status() == 200 && reply.errorCode().isEmpty(),
                    () -> deep.substring(0, 20) + reply.json().toString());
        }
        for (String deep :
                List.of("> ".repeat(100_000), "- ".repeat(100_000), "[".repeat(100_000), "*a_".repeat(80_000))) {
            Reply reply = create("Marked deep", Map.of("body", Map.of("format", "MARKDOWN", "text", deep + "x")));
            assertTrue(
                    reply.status() == 200 && reply.errorCode().isEmpty(),
                    () -> deep.substring(0, 20) + reply.json().toString());
        }
    }
}
