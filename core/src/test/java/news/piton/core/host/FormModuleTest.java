package news.piton.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.helidon.http.Method;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Form;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** A form that a module's route takes, in good manners and in bad ones. */
@Timeout(60)
class FormModuleTest {
    private static final String TYPE = "application/x-www-form-urlencoded";

    @AutoClose
    private static final TestHost host =
            TestHost.with(new Echo()).setting("server.body-time", "PT1S").boot();

    /** Answers with the field {@code word}, and whether anything of the body is left. */
    private record Echo() implements Plugin {
        @Override
        public PluginDescription describe() {
            return PluginDescription.of("echo", "1.0.0").build();
        }

        @Override
        public Contribution install(Platform platform) {
            return Contribution.builder()
                    .route(Method.POST, "/echo", (request, response) -> {
                        String word = Form.of(request).field("word")
                                + Form.of(request).field("word");
                        response.send(word + " " + request.content().consumed());
                    })
                    .route(
                            Method.POST,
                            "/long",
                            (request, response) -> response.send(
                                    String.join(" ", Form.of(request, 100_000).all("word"))))
                    .build();
        }
    }

    @Test
    void is_as_large_as_its_route_says_and_may_have_several_values_of_a_name() {
        String word = "x".repeat(30_000);
        assertEquals(
                word + " y",
                host.post("/long", TYPE, "word=" + word + "&a=b&word=y").body());
        assertEquals("", host.post("/long", TYPE, "a=b").body());
        assertEquals(
                413, host.post("/long", TYPE, "word=" + "x".repeat(100_000)).statusCode());
    }

    @Test
    void is_read_to_its_end() {
        assertEquals(
                "é é é é  true",
                host.post("/echo", TYPE, "a=1&word=%C3%A9+%C3%A9+&b").body());
        assertEquals(" true", host.post("/echo", TYPE, "word=%zz&=&").body());
        assertEquals(" true", host.post("/echo", TYPE, "").body());
    }

    @Test
    void is_refused_when_it_is_too_large() {
        HttpResponse<String> answer = host.post("/echo", TYPE, "word=" + "x".repeat(20_000));
        assertEquals(413, answer.statusCode());
    }

    @Test
    void is_given_up_when_it_comes_byte_by_byte() throws IOException {
        try (Socket socket = begun()) {
            socket.setSoTimeout(100);
            assertEquals('H', drip(socket));
            assertTrue(new String(socket.getInputStream().readNBytes(11), StandardCharsets.US_ASCII).endsWith(" 408"));
        }
    }

    @Test
    void that_breaks_off_is_no_mistake_of_ours() throws IOException {
        Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        log.addAppender(events);
        events.start();
        try (Socket socket = begun()) {
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } finally {
            log.detachAppender(events);
        }
        assertEquals(
                List.of(),
                events.list.stream()
                        .filter(event ->
                                event.getLevel().isGreaterOrEqual(Level.WARN) || event.getThrowableProxy() != null)
                        .toList());
    }

    private static Socket begun() throws IOException {
        Socket socket = new Socket("127.0.0.1", host.host().url().getPort());
        send(socket, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: " + TYPE + "\r\nContent-Length: 1000\r\n\r\nwo");
        return socket;
    }

    private static int drip(Socket socket) throws IOException {
        while (true) {
            send(socket, "x");
            try {
                return socket.getInputStream().read();
            } catch (SocketTimeoutException notYet) {
                // the server listens still
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
