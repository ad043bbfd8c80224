package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.articles.wxr.WxrComment;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrReader;
import news.piton.articles.wxr.WxrRecord;
import news.piton.core.plugin.Importer.ImportFailed;
import news.piton.core.testing.ExportedLines;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread whose middle its author took back, as exports tell it. */
class ExportingModuleTest {
    private TestHost host;

    @BeforeEach
    void boot() {
        host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());
        String article = ArticlesFixture.publish(host, "The ferry is back");
        String top = CommentsFixture.approved(host, article, "At last");
        Map<String, Object> input = CommentsFixture.input(host, article, "Una Regret", "I never liked it");
        input.put("parentId", top);
        Reply posted = CommentsFixture.send(host.guest(), input).ok();
        String middle = posted.text("/data/postComment/comment/id");
        CommentsFixture.approve(host, middle);
        CommentsFixture.approvedAnswer(host, article, middle, "Why not?");
        host.guest()
                .send(
                        "mutation($r: String!) { withdrawComment(input: {receipt: $r}) { userErrors { code } } }",
                        Map.of("r", posted.text("/data/postComment/receipt")))
                .ok();
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void keeps_the_place_of_what_was_taken_back_and_nothing_that_it_said() {
        String lines = host.exported("jsonl");
        assertFalse(lines.contains("never liked") || lines.contains("Una Regret"), lines);
        Map<String, String> places = new HashMap<>();
        List<String> told = new ArrayList<>();
        for (JsonNode comment : ExportedLines.read(lines).of("comment")) {
            String place = String.valueOf(places.size() + 1);
            places.put(comment.path("id").asText(), place);
            told.add(place + " answers " + places.get(comment.path("parent").asText()) + ": "
                    + comment.path("status").asText() + " " + comment.path("author") + " " + comment.path("text"));
        }
        assertEquals(
                List.of(
                        "1 answers null: APPROVED \"Ana Joseph\" \"At last\"",
                        "2 answers 1: WITHDRAWN null null",
                        "3 answers 2: APPROVED \"Josiah Prosper\" \"Why not?\""),
                told);
    }

    @Test
    void lets_nothing_become_public_in_wordpress_that_answers_what_was_taken_back() throws IOException, ImportFailed {
        List<WxrComment> comments = new ArrayList<>();
        byte[] file = host.exported("wxr").getBytes(StandardCharsets.UTF_8);
        try (WxrReader reader = new WxrReader(new ByteArrayInputStream(file))) {
            for (WxrRecord record = reader.next(); record != null; record = reader.next()) {
                if (record instanceof WxrItem item) {
                    comments.addAll(item.comments());
                }
            }
        }
        assertEquals(
                List.of("At last", "Why not?"),
                comments.stream().map(WxrComment::content).toList());
        assertEquals(
                List.of("1", "0"), comments.stream().map(WxrComment::approved).toList());
        assertEquals(comments.getFirst().id(), comments.getLast().parent());
    }
}
