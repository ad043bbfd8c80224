package news.piton.articles.internal.fetching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetches from a real server on this machine, which only a test may reach. */
class FetchFileTest {
    private static final byte[] PICTURE = {1, 2, 3, 4, 5};
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/picture.jpg", exchange -> answer(exchange, 200, PICTURE));
        server.createContext("/gone", exchange -> answer(exchange, 404, PICTURE));
        server.createContext("/large", exchange -> answer(exchange, 200, new byte[2_000_000]));
        server.createContext("/endless", this::endless);
        server.createContext("/moved", exchange -> move(exchange, "/picture.jpg"));
        server.createContext("/round", exchange -> move(exchange, "/round"));
        server.createContext("/inside", exchange -> move(exchange, "http://127.0.0.2:" + port() + "/picture.jpg"));
        server.createContext("/metadata", exchange -> move(exchange, "http://169.254.169.254/latest/"));
        server.createContext("/file", exchange -> move(exchange, "file:///etc/passwd"));
        server.createContext("/port", exchange -> move(exchange, "http://127.0.0.1:1/picture.jpg"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        requests.incrementAndGet();
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** A server that does not say how much there is, and goes on. */
    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(new byte[100_000]);
            }
        } catch (IOException hungUp) {
            // as it should
        }
    }

    private static void move(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** This machine's 127.0.0.1 at the server's port, and nothing else. */
    private final class OneServer implements Reach {
        @Override
        public boolean address(InetAddress address) {
            return address.getHostAddress().equals("127.0.0.1");
        }

        @Override
        public boolean port(int port) {
            return port == FetchFileTest.this.port();
        }
    }

    private byte[] fetch(Reach reach, InstantSource clock, String address) throws IOException {
        try (FetchFile fetch = new FetchFile(reach, clock, 1 << 20, Duration.ofSeconds(30))) {
            return fetch.fetch(address, InputStream::readAllBytes);
        }
    }

    private String refusal(String path) {
        return assertThrows(
                        NotFetched.class,
                        () -> fetch(new OneServer(), InstantSource.fixed(NOW), "http://127.0.0.1:" + port() + path))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/picture.jpg", "/moved"})
    void fetches_a_file_from_where_it_lies(String path) throws IOException {
        assertArrayEquals(
                PICTURE, fetch(new OneServer(), InstantSource.fixed(NOW), "http://127.0.0.1:" + port() + path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/picture.jpg",
                "http://localhost:%d/picture.jpg",
                "http://[::1]:%d/picture.jpg",
                "http://[::ffff:127.0.0.1]:%d/picture.jpg",
                "http://2130706433:%d/picture.jpg",
                "http://user:password@127.0.0.1:%d/picture.jpg",
                "ftp://127.0.0.1:%d/picture.jpg",
                "http://127.0.0.1/picture.jpg",
                "http://localhost/picture.jpg",
                "http://10.0.0.1/picture.jpg",
                "http://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd",
                "jar:http://127.0.0.1!/x",
                "//127.0.0.1/picture.jpg",
                "not an address",
            })
    void reaches_nothing_inside_unless_a_test_asks_for_it(String address) {
        NotFetched refused = assertThrows(
                NotFetched.class,
                () -> fetch(Reach.PUBLIC, InstantSource.fixed(NOW), address.replace("%d", String.valueOf(port()))));
        assertEquals("not an address on the public web", refused.getMessage());
        assertEquals(0, requests.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inside", "/metadata", "/file", "/port"})
    void holds_every_redirect_against_the_same_rule(String path) {
        assertEquals("not an address on the public web", refusal(path));
        assertEquals(0, requests.get());
    }

    @Test
    void gives_up_what_is_not_there_or_too_large_or_goes_in_circles() {
        assertEquals("its server answers 404", refusal("/gone"));
        assertEquals("larger than 1 MiB", refusal("/large"));
        assertEquals("larger than 1 MiB", refusal("/endless"));
        assertEquals("it is redirected again and again", refusal("/round"));
    }

    @Test
    void gives_up_what_takes_too_long() {
        AtomicInteger asked = new AtomicInteger();
        InstantSource late = () -> NOW.plusSeconds(asked.getAndIncrement() * 31L);
        NotFetched refused = assertThrows(
                NotFetched.class, () -> fetch(new OneServer(), late, "http://127.0.0.1:" + port() + "/picture.jpg"));
        assertEquals("it takes longer than 30 seconds", refused.getMessage());
    }
}
