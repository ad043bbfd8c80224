package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** The protocol graphql-sse, distinct connections mode. */
@Timeout(30)
class StreamsTest {
    private Harbour harbour;

    @BeforeEach
    void open() {
        harbour = Harbour.open("graphql.stream-keep-alive", "PT0.2S", "graphql.streams-per-client", "2");
    }

    @AfterEach
    void close() {
        harbour.close();
    }

    @Test
    void shows_events_that_this_subscriber_may_see_and_ends_with_the_server() {
        HttpResponse<Stream<String>> stream = harbour.stream("subscription{arrived(name:\"Ada\"){name captain{name}}}");
        assertEquals(200, stream.statusCode());
        assertEquals(
                "text/event-stream; charset=utf-8",
                stream.headers().firstValue("Content-Type").orElseThrow());
        Iterator<String> lines = stream.body().iterator();
        assertEquals(":", lines.next());
        harbour.arrive("Bea");
        harbour.arrive("Ada");
        String data = nextData(lines, "next");
        assertTrue(
                data.startsWith("{\"data\":{\"arrived\":{\"name\":\"Ada\",\"captain\":{\"name\":\"Captain of 9\"}}}"),
                data);
        harbour.stopStreams();
        assertEquals("", nextData(lines, "complete"));
    }

    @Test
    void opens_a_stream_without_taking_its_silence_for_a_mistake() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger("news.piton.core.host.execution");
        log.addAppender(lines);
        lines.start();
        try {
            assertEquals(
                    ":",
                    harbour.stream("subscription{arrived{name}}")
                            .body()
                            .iterator()
                            .next());
            assertEquals(List.of(), lines.list);
        } finally {
            log.detachAppender(lines);
        }
    }

    @Test
    void shows_an_event_that_fails_as_an_error_and_goes_on() {
        Iterator<String> lines =
                harbour.stream("subscription{arrived{name}}").body().iterator();
        assertEquals(":", lines.next());
        harbour.arrive("Wreck");
        String data = nextData(lines, "next");
        assertTrue(data.startsWith("{\"errors\":[") && data.contains("errorId") && !data.contains("reef"), data);
        harbour.arrive("Ada");
        assertTrue(nextData(lines, "next").contains("Ada"));
    }

    @Test
    void runs_no_more_operations_at_once_than_without_a_stream() throws InterruptedException {
        try (Harbour narrow = Harbour.open("graphql.concurrent", "1")) {
            Thread first = Thread.ofVirtual().start(() -> narrow.query("{slow}"));
            narrow.fleet.slowBegun.await();
            assertEquals(
                    503, narrow.query("{name}", "Accept", "text/event-stream").statusCode());
            narrow.fleet.slow.countDown();
            first.join();
        }
    }

    @Test
    void sends_a_comment_now_and_then_when_nothing_happens() {
        Iterator<String> lines =
                harbour.stream("subscription{arrived{name}}").body().iterator();
        for (int comments = 0; comments < 3; ) {
            String line = lines.next();
            assertTrue(line.isEmpty() || line.equals(":"), line);
            comments += line.equals(":") ? 1 : 0;
        }
    }

    @Test
    void answers_a_query_once() {
        HttpResponse<String> answer = harbour.query("{name}", "Accept", "text/event-stream");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("event: next\ndata: {\"data\":{\"name\":\"Castries\"}"), answer.body());
        assertTrue(answer.body().endsWith("\n\nevent: complete\ndata: \n\n"), answer.body());
    }

    @Test
    void tells_in_the_stream_what_is_not_valid_or_not_permitted() {
        for (String document : new String[] {"{nope}", "{", "subscription{closed{name}}", "subscription{nope{name}}"}) {
            HttpResponse<String> answer = harbour.query(document, "Accept", "text/event-stream");
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().startsWith("event: next\ndata: {\"errors\":["), answer.body());
            assertTrue(answer.body().endsWith("\n\nevent: complete\ndata: \n\n"), answer.body());
        }
        assertTrue(harbour.query("subscription{closed{name}}", "Accept", "text/event-stream")
                .body()
                .contains("FORBIDDEN"));
    }

    @Test
    void refuses_before_the_stream_what_is_no_request() {
        assertEquals(400, harbour.post("{}", "Accept", "text/event-stream").statusCode());
        assertEquals(
                405,
                harbour.get(
                                "/graphql?query=" + Harbour.encoded("mutation{launch(name:\"x\"){id}}"),
                                "Accept",
                                "text/event-stream")
                        .statusCode());
        assertEquals(0, harbour.fleet.launched.get());
    }

    @Test
    void asks_for_a_stream_when_a_subscription_comes_without_one() {
        HttpResponse<String> answer = harbour.query("subscription{arrived{name}}");
        assertEquals(406, answer.statusCode());
        assertTrue(answer.body().contains("text/event-stream"), answer.body());
    }

    @Test
    void opens_no_more_streams_than_one_client_may_have() {
        Iterator<String> first =
                harbour.stream("subscription{arrived{name}}").body().iterator();
        Iterator<String> second =
                harbour.stream("subscription{arrived{name}}").body().iterator();
        assertEquals(":", first.next());
        assertEquals(":", second.next());
        HttpResponse<String> third = harbour.send(HttpRequest.newBuilder(harbour.uri("/graphql"))
                .header("Accept", "text/event-stream")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"subscription{arrived{name}}\"}")));
        assertEquals(429, third.statusCode());
    }

    private static String nextData(Iterator<String> lines, String event) {
        String line = lines.next();
        while (!line.startsWith("event")) {
            line = lines.next();
        }
        assertEquals("event: " + event, line);
        return lines.next().substring("data: ".length());
    }
}
