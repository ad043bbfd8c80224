package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest {

    @Test
    void writes_one_line_a_request_without_what_readers_search_for() throws InterruptedException {
        Lines lines = new Lines();
        Logger log = (Logger) LoggerFactory.getLogger("news.piton.access");
        Level level = log.getLevel();
        log.setLevel(Level.INFO);
        log.addAppender(lines);
        lines.start();
        try (Harbour harbour = Harbour.open()) {
            harbour.query("query Arrivals{name}", "X-Request-Id", "tide-0001");
            ILoggingEvent line = lines.next();
            assertTrue(
                    line.getFormattedMessage().matches("POST /graphql 200 Arrivals [0-9.]+ ms 0 statements"),
                    line::getFormattedMessage);
            assertEquals("tide-0001", line.getMDCPropertyMap().get("request"));
            harbour.get("/nowhere?secret=1");
            assertTrue(lines.next().getFormattedMessage().startsWith("GET /nowhere 404 -"));
            assertTrue(lines.events.isEmpty());
        } finally {
            log.detachAppender(lines);
            log.setLevel(level);
        }
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        /** The client may have its answer before the line is written. */
        ILoggingEvent next() throws InterruptedException {
            ILoggingEvent event = events.poll(10, TimeUnit.SECONDS);
            assertTrue(event != null, "no line");
            return event;
        }
    }
}
