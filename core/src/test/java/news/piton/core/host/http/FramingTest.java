package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Where a request ends (RFC 9112, section 6.3): whoever is in doubt is refused, so that no proxy sees another end. */
@Timeout(60)
class FramingTest {
    private static final String BODY = "{\"query\":\"{name}\"}";
    private static final String[] ROUTES = {"/graphql", "/mistake", "/nowhere", "/observe/health"};
    private static Harbour harbour;

    @BeforeAll
    static void open() {
        harbour = Harbour.open();
    }

    @AfterAll
    static void close() {
        harbour.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 16\r\nContent-Length: 16\r\n",
                "Content-Length: 16\r\nContent-Length: 4\r\n",
                "Content-Length: 0\r\nContent-Length: 16\r\n",
                "Content-Length: 16, 16\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: +16\r\n",
                "Content-Length: 0x10\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length: \r\n",
                "Content-Length: 16\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 16\r\n",
                "Content-Length: 16\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding : chunked\r\n",
            })
    void refuses_a_length_in_doubt_on_every_route_with_one_answer_and_hangs_up(String framing) throws IOException {
        for (String route : ROUTES) {
            String heard = RawConversation.hold(harbour.port(), head("POST", route) + framing + "\r\n" + BODY);
            assertRefused(heard, "400", route);
        }
        String heard = RawConversation.hold(harbour.port(), head("GET", "/graphql") + framing + "\r\n" + BODY);
        assertRefused(heard, "400", "GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\n"
            })
    void refuses_a_transfer_coding_that_it_does_not_know(String framing) throws IOException {
        String heard = RawConversation.hold(
                harbour.port(), head("POST", "/graphql") + framing + "\r\n0\r\n\r\nGET /graphql HTTP/1.1\r\n\r\n");
        assertRefused(heard, "501", framing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "FFFFFFFF", "FFFFFFFFFFFFFFFF", "zz", "", " 5", "0x5"})
    void refuses_a_chunk_size_that_is_none_without_an_error_in_the_log(String size) throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        log.addAppender(events);
        events.start();
        try {
            String heard = RawConversation.hold(
                    harbour.port(),
                    head("POST", "/graphql") + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + size + "\r\n" + BODY + "\r\n");
            assertRefused(heard, "400", size);
        } finally {
            log.detachAppender(events);
        }
        assertTrue(events.list.stream().noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n3e8\r\n"})
    void takes_no_client_that_hangs_up_for_a_mistake_of_ours(String framing) throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        log.addAppender(events);
        events.start();
        try {
            RawConversation.hold(
                    harbour.port(), head("POST", "/graphql") + "Content-Type: application/json\r\n" + framing + BODY);
        } finally {
            log.detachAppender(events);
        }
        assertTrue(events.list.stream()
                .noneMatch(
                        event -> event.getLevel().isGreaterOrEqual(Level.WARN) || event.getThrowableProxy() != null));
    }

    @Test
    void hangs_up_on_a_client_that_does_not() throws IOException {
        String framing = "Content-Length: 16\r\nContent-Length: 4\r\n\r\n";
        assertRefused(RawConversation.holdOn(harbour.port(), head("POST", "/graphql") + framing), "400", framing);
    }

    @Test
    void hangs_up_after_one_answer_when_nobody_has_read_the_broken_body() throws IOException {
        String heard = RawConversation.hold(
                harbour.port(), head("POST", "/nowhere") + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + BODY + "\r\n");
        assertEquals(1, RawConversation.answers(heard), heard);
    }

    @Test
    void takes_no_request_from_a_body_that_it_has_refused_to_read() throws IOException {
        String hidden = "GET /observe/health HTTP/1.1\r\nHost: x\r\n\r\n";
        String heard = RawConversation.hold(
                harbour.port(),
                head("POST", "/graphql") + "Content-Type: text/plain\r\nContent-Length: " + hidden.length() + "\r\n\r\n"
                        + hidden);
        assertRefused(heard, "415", "text/plain");
    }

    @Test
    void hangs_up_when_the_client_has_asked_for_that() throws IOException {
        String heard = RawConversation.holdOn(
                harbour.port(), head("GET", "/graphql/schema.graphql") + "Connection: close\r\n\r\n");
        assertTrue(heard.startsWith("HTTP/1.1 200 "), heard);
    }

    @Test
    void reads_what_is_framed_well_one_after_the_other() throws IOException {
        String json = "Content-Type: application/json\r\n";
        String heard = RawConversation.hold(
                harbour.port(),
                head("POST", "/graphql") + json + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY
                        + head("POST", "/graphql") + json + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n");
        assertEquals(2, heard.split("Castries", -1).length - 1, heard);
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\n";
    }

    private static void assertRefused(String heard, String status, String what) {
        assertTrue(heard.startsWith("HTTP/1.1 " + status + " "), what + ": " + heard);
        assertEquals(1, RawConversation.answers(heard), what + ": " + heard);
        assertTrue(heard.toLowerCase(java.util.Locale.ROOT).contains("connection: close"), what + ": " + heard);
    }
}
