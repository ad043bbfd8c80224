package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way from every state, and what the history keeps of it. */
class TransitionsModuleTest {
    private static final String HISTORY = "query($id: ID!, $first: Int, $after: String) { article(id: $id) {"
            + " history(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }"
            + " nodes { kind by from to note at moment lateBy version } } } }";

    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    private static Reply edit(String who, String mutation, Map<String, Object> input) {
        return ArticlesFixture.edit(host, who, mutation, input);
    }

    private static Instant in(int hours) {
        return host.clock().instant().plus(Duration.ofHours(hours));
    }

    private enum Verb {
        SUBMIT,
        SEND_BACK,
        PUBLISH,
        SCHEDULE,
        UNPUBLISH,
        CLOSE_LATER,
        EMBARGO;

        Reply on(String id) {
            return switch (this) {
                case SUBMIT -> edit("AUTHOR", "submitArticle", Map.of("id", id));
                case SEND_BACK -> edit("EDITOR", "sendBackArticle", Map.of("id", id, "reason", "Too long"));
                case PUBLISH -> edit("EDITOR", "publishArticle", Map.of("id", id));
                case SCHEDULE -> edit("EDITOR", "publishArticle", Map.of("id", id, "at", in(2).toString()));
                case UNPUBLISH -> edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Wrong"));
                case CLOSE_LATER ->
                    edit("EDITOR", "scheduleUnpublishing", Map.of("id", id, "unpublishAt", in(9).toString()));
                case EMBARGO ->
                    edit("EDITOR", "embargoArticle", Map.of("id", id, "until", in(1).toString(), "reason", "Agreed"));
            };
        }
    }

    /** Brought into a state by what a newsroom does; nothing is written behind the back of the domain. */
    private static String article(String state) {
        String id = ArticlesFixture.draft(host, "From " + state.toLowerCase(java.util.Locale.ROOT));
        List<Verb> way = switch (state) {
            case "DRAFT" -> List.of();
            case "IN_REVIEW" -> List.of(Verb.SUBMIT);
            case "IN_REVIEW_AGAIN" -> List.of(Verb.PUBLISH, Verb.UNPUBLISH, Verb.SUBMIT);
            case "SCHEDULED", "OPENED" -> List.of(Verb.SCHEDULE);
            case "SCHEDULED_AGAIN" -> List.of(Verb.PUBLISH, Verb.UNPUBLISH, Verb.SCHEDULE);
            case "PUBLISHED" -> List.of(Verb.PUBLISH);
            case "UNPUBLISHED" -> List.of(Verb.PUBLISH, Verb.UNPUBLISH);
            case "CLOSED" -> List.of(Verb.PUBLISH, Verb.CLOSE_LATER);
            default -> throw new IllegalArgumentException(state);
        };
        way.forEach(verb -> verb.on(id).ok());
        if (state.equals("OPENED") || state.equals("CLOSED")) {
            // no job runs: time alone has done it
            host.clock().tick(Duration.ofHours(9));
        }
        return id;
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        FROM,            SUBMIT,    SEND_BACK,   PUBLISH,   SCHEDULE,  UNPUBLISH,   CLOSE_LATER, EMBARGO
        DRAFT,           IN_REVIEW, -,           PUBLISHED, SCHEDULED, -,           -,           DRAFT
        IN_REVIEW,       -,         DRAFT,       PUBLISHED, SCHEDULED, -,           -,           IN_REVIEW
        IN_REVIEW_AGAIN, -,         UNPUBLISHED, PUBLISHED, SCHEDULED, -,           -,           IN_REVIEW
        SCHEDULED,       -,         -,           PUBLISHED, SCHEDULED, DRAFT,       SCHEDULED,   SCHEDULED
        SCHEDULED_AGAIN, -,         -,           PUBLISHED, SCHEDULED, UNPUBLISHED, SCHEDULED,   SCHEDULED
        OPENED,          -,         -,           -,         -,         UNPUBLISHED, PUBLISHED,   -
        PUBLISHED,       -,         -,           -,         -,         UNPUBLISHED, PUBLISHED,   -
        UNPUBLISHED,     IN_REVIEW, -,           PUBLISHED, SCHEDULED, -,           -,           UNPUBLISHED
        CLOSED,          IN_REVIEW, -,           PUBLISHED, SCHEDULED, -,           -,           UNPUBLISHED
        """)
    void goes_from_each_state_where_it_may_and_nowhere_else(
            String from,
            String submit,
            String sendBack,
            String publish,
            String schedule,
            String unpublish,
            String closeLater,
            String embargo) {
        List<String> expected = List.of(submit, sendBack, publish, schedule, unpublish, closeLater, embargo);
        for (Verb verb : Verb.values()) {
            String id = article(from);
            int before = history(id).size();
            Reply reply = verb.on(id);
            String to = expected.get(verb.ordinal());
            if (to.equals("-")) {
                assertEquals(List.of("ILLEGAL_TRANSITION"), reply.userErrorCodes(), from + " " + verb);
                assertEquals(before, history(id).size(), from + " " + verb);
            } else {
                assertEquals(to, status(reply), from + " " + verb);
            }
        }
    }

    private static String status(Reply reply) {
        return reply.ok().json().findValue("article").path("status").asText();
    }

    @Test
    void keeps_who_did_what_when_and_why() {
        String id = ArticlesFixture.draft(host, "With a past");
        edit("AUTHOR", "submitArticle", Map.of("id", id, "note", "Please check the figures"))
                .ok();
        edit("EDITOR", "sendBackArticle", Map.of("id", id, "reason", "The second one is wrong"))
                .ok();
        edit("AUTHOR", "submitArticle", Map.of("id", id)).ok();
        Instant first = in(2);
        edit("EDITOR", "publishArticle", Map.of("id", id, "at", first.toString(), "note", "For the evening"))
                .ok();
        Instant second = in(3);
        edit("EDITOR", "publishArticle", Map.of("id", id, "at", second.toString()))
                .ok();
        host.clock().tick(Duration.ofHours(3).plusSeconds(40));
        host.runJob("articles.announce-due");
        edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Retold by its source"))
                .ok();
        List<JsonNode> steps = history(id).reversed();
        assertEquals(
                List.of(
                        "CREATED -DRAFT The EDITOR",
                        "SUBMITTED DRAFT-IN_REVIEW The AUTHOR: Please check the figures",
                        "SENT_BACK IN_REVIEW-DRAFT The EDITOR: The second one is wrong",
                        "SUBMITTED DRAFT-IN_REVIEW The AUTHOR",
                        "SCHEDULED IN_REVIEW-SCHEDULED The EDITOR: For the evening",
                        "RESCHEDULED SCHEDULED-SCHEDULED The EDITOR",
                        "OPENED SCHEDULED-PUBLISHED time",
                        "UNPUBLISHED PUBLISHED-UNPUBLISHED The EDITOR: Retold by its source"),
                steps.stream().map(TransitionsModuleTest::inShort).toList());
        assertEquals(first.toString(), steps.get(4).path("moment").asText());
        assertEquals(second.toString(), steps.get(6).path("at").asText());
        assertEquals(40.0, steps.get(6).path("lateBy").asDouble());
        assertTrue(steps.get(7).path("lateBy").isNull());
    }

    private static String inShort(JsonNode step) {
        return step.path("kind").asText() + " " + text(step, "from", "") + "-" + text(step, "to", "") + " "
                + text(step, "by", "time") + (step.path("note").isNull() ? "" : ": " + text(step, "note", ""));
    }

    private static String text(JsonNode step, String field, String otherwise) {
        JsonNode value = step.path(field);
        return value.isNull() ? otherwise : value.asText();
    }

    @Test
    void shows_a_long_history_page_by_page_and_to_nobody_but_staff() {
        String id = ArticlesFixture.draft(host, "To and fro");
        for (int i = 0; i < 3; i++) {
            Verb.SUBMIT.on(id).ok();
            Verb.SEND_BACK.on(id).ok();
        }
        List<String> seen = new ArrayList<>();
        Map<String, Object> page = new HashMap<>(Map.of("id", id, "first", 3));
        Reply reply;
        do {
            reply = host.as("AUTHOR").send(HISTORY, page).ok();
            assertEquals("7", reply.text("/data/article/history/totalCount"));
            reply.at("/data/article/history/nodes")
                    .forEach(step -> seen.add(step.path("version").asText()));
            page.put("after", reply.text("/data/article/history/pageInfo/endCursor"));
        } while (reply.at("/data/article/history/pageInfo/hasNextPage").asBoolean());
        assertEquals(List.of("7", "6", "5", "4", "3", "2", "1"), seen);

        String open = ArticlesFixture.publish(host, "Open to all");
        for (String field : List.of("history { totalCount }", "unpublishAt", "embargoUntil")) {
            String query = "query($id: ID!) { article(id: $id) { " + field + " } }";
            assertEquals(
                    "UNAUTHENTICATED",
                    host.guest().send(query, Map.of("id", open)).errorCode());
            host.as("AUTHOR").send(query, Map.of("id", open)).ok();
        }
    }

    @Test
    void takes_one_statement_for_the_histories_of_a_whole_page() {
        for (int i = 0; i < 4; i++) {
            ArticlesFixture.publish(host, "Counted " + i);
        }
        String query = "query($n: Int!) { articles(first: $n) { nodes { history(first: 5) { nodes { kind by } }"
                + " unpublishAt embargoUntil } } }";
        host.as("AUTHOR").send(query, Map.of("n", 1)).ok();
        int one = host.statements(
                () -> host.as("AUTHOR").send(query, Map.of("n", 1)).ok());
        int four = host.statements(
                () -> host.as("AUTHOR").send(query, Map.of("n", 4)).ok());
        assertEquals(one, four);
    }

    @Test
    void changes_nothing_when_asked_for_what_is_so_already_or_only_to_validate() {
        String id = ArticlesFixture.publish(host, "Still");
        Map<String, Object> close = new HashMap<>(Map.of("id", id, "unpublishAt", in(9).toString()));
        Reply before = edit("EDITOR", "scheduleUnpublishing", close).ok();
        assertEquals(
                before.json(),
                edit("EDITOR", "scheduleUnpublishing", close).ok().json());
        close.put("unpublishAt", null);
        close.put("validateOnly", true);
        edit("EDITOR", "scheduleUnpublishing", close).ok();
        assertEquals(
                List.of("UNPUBLISHING_SCHEDULED", "PUBLISHED", "CREATED"),
                history(id).stream().map(step -> step.path("kind").asText()).toList());
        close.remove("unpublishAt");
        assertEquals(
                List.of("BLANK"), edit("EDITOR", "scheduleUnpublishing", close).userErrorCodes());
    }

    private static List<JsonNode> history(String id) {
        List<JsonNode> steps = new ArrayList<>();
        host.as("AUTHOR")
                .send(HISTORY, Map.of("id", id, "first", 100))
                .ok()
                .at("/data/article/history/nodes")
                .forEach(steps::add);
        return steps;
    }
}
