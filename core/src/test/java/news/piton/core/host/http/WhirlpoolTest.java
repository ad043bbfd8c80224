package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A recursion without end is a mistake of ours like any other. */
class WhirlpoolTest {
    @AutoClose
    private static final Harbour harbour = Harbour.open();

    @Test
    void answers_an_overflown_stack_as_every_mistake_and_logs_no_thousand_lines() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger("news.piton.core.host.execution.Errors");
        log.addAppender(lines);
        lines.start();
        try {
            String errorId = errorId(harbour.query("{name " + "x".repeat(50_000) + ":whirlpool}"));
            ILoggingEvent line = lines.list.getFirst();
            assertTrue(line.getFormattedMessage().contains(errorId), line::getFormattedMessage);
            assertTrue(line.getFormattedMessage().length() < 1_000, "a line as long as the caller likes");
            String trace = ThrowableProxyUtil.asString(line.getThrowableProxy());
            assertTrue(trace.contains("StackOverflowError") && trace.contains("frames left out"), trace);
            assertTrue(trace.lines().count() < 60, trace);
        } finally {
            log.detachAppender(lines);
        }
    }

    @Test
    void answers_in_the_shape_of_graphql_when_it_happens_before_the_operation() {
        errorId(harbour.query("{name}", "X-Whirlpool", "1"));
        assertEquals(
                "Castries",
                Answers.json(harbour.query("{name}")).at("/data/name").asText());
    }

    private static String errorId(HttpResponse<String> answer) {
        assertTrue(Answers.type(answer).startsWith("application/json"), answer.body());
        assertFalse(Answers.id(answer).isEmpty());
        JsonNode error = Answers.json(answer).at("/errors/0");
        assertEquals("INTERNAL", error.at("/extensions/code").asText(), answer.body());
        assertFalse(answer.body().contains("StackOverflow"), answer.body());
        return error.at("/extensions/errorId").asText();
    }
}
