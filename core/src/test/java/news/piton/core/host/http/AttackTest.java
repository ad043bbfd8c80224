package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that no news site's client sends. Each is refused before anything runs, and the server serves on. */
@Timeout(30)
class AttackTest {
    private static Harbour harbour;

    @BeforeAll
    static void open() {
        harbour = Harbour.open("server.body-time", "PT1S", "server.read-time", "PT2S", "graphql.time", "PT1S");
    }

    @AfterAll
    static void close() {
        harbour.close();
    }

    @AfterEach
    void serves_on() {
        assertEquals("Castries", json(harbour.query("{name}")).at("/data/name").asText());
    }

    @Test
    void refuses_a_thousand_aliases() {
        String aliases =
                IntStream.range(0, 1_000).mapToObj(i -> "a" + i + ":name").collect(Collectors.joining(" "));
        assertRefused("{" + aliases + "}", "aliases");
    }

    @Test
    void refuses_a_hundred_thousand_tokens() {
        assertRefused("{" + "name ".repeat(100_000) + "}", "65536 are the most");
        assertRefused("{" + "a ".repeat(20_000) + "}", "6,000");
    }

    @Test
    void refuses_hundreds_of_directives() {
        assertRefused("{name " + "@skip(if:false)".repeat(200) + "}", "directives");
    }

    @Test
    void refuses_a_depth_of_a_thousand() {
        assertRefused("{boat(id:1)" + "{next".repeat(1_000) + "{name}" + "}".repeat(1_000) + "}", "");
        assertRefused("{boat(id:1)" + "{next".repeat(60) + "{name}" + "}".repeat(60) + "}", "levels deep");
    }

    @Test
    void refuses_values_nested_a_thousand_deep() {
        assertRefused("{echo(text:" + "[".repeat(1_000) + "]".repeat(1_000) + ")}", "");
        String nested = "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000);
        assertEquals(
                400,
                harbour.post("{\"query\":\"{name}\",\"variables\":" + nested + "}")
                        .statusCode());
    }

    @Test
    void refuses_a_bomb_of_fragments_that_double() {
        String bomb = IntStream.range(0, 200)
                .mapToObj(i -> "fragment f" + i + " on Boat{...f" + (i + 1) + " ...f" + (i + 1) + "}")
                .collect(Collectors.joining(" "));
        assertRefused("{boat(id:1){...f0}} " + bomb + " fragment f200 on Boat{name}", "billions of fields");
    }

    @Test
    void refuses_fragments_that_go_round_in_circles() {
        assertRefused("{boat(id:1){...a}} fragment a on Boat{...b} fragment b on Boat{...a}", "");
    }

    @Test
    void refuses_lists_in_lists_and_names_the_field_that_costs_most() {
        HttpResponse<String> answer = harbour.query(
                "{boats(first:100){nodes{captain{boats(first:100){nodes{captain{boats(first:100){nodes{name}}}}}}}}}");
        JsonNode error = json(answer).at("/errors/0");
        assertEquals("TOO_EXPENSIVE", error.at("/extensions/code").asText());
        assertEquals(
                "boats.nodes.captain.boats.nodes.captain.boats.nodes",
                error.at("/extensions/field").asText());
        assertTrue(error.at("/extensions/cost").asLong() > 1_000_000);
    }

    @Test
    void refuses_introspection_by_strangers_and_points_at_the_schema() {
        for (String query : new String[] {
            "{__schema{types{name}}}",
            "{__type(name:\"Boat\"){name}}",
            "{...f} fragment f on Query{s:__schema{types{name}}}"
        }) {
            assertTrue(harbour.query(query).body().contains("/graphql/schema.graphql"), query);
        }
        assertTrue(harbour.query("{__schema{types{name}}}", "Authorization", "Bearer x")
                .body()
                .contains("BoatConnection"));
        assertTrue(harbour.query("{__typename}").body().contains("Query"));
    }

    @Test
    void refuses_deep_introspection_even_by_staff() {
        String deep = "{__schema{types{fields{type" + "{ofType".repeat(15) + "{name}" + "}".repeat(15) + "}}}}";
        assertTrue(harbour.query(deep, "Authorization", "Bearer x").body().contains("levels deep"));
        // graphql-java allows every field of __Type once on the way only
        String wide = "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}";
        assertFalse(json(harbour.query(wide, "Authorization", "Bearer x")).has("data"));
    }

    @Test
    void never_suggests_a_field_nor_names_a_class() {
        for (String query : new String[] {
            "{nam}",
            "{boats(firs:1){nodes{name}}}",
            "{boats(first:\"x\"){nodes{name}}}",
            "{boat(id:{a:1}){name}}",
            "{broken}",
            "{name{x}}",
            "{boat(id:1)}",
            "query($x:Nonsense){name}",
            "{name @nope}",
            "{...on Nope{x}}",
            "{",
            "\u0000",
            "{name"
        }) {
            String body = harbour.query(query).body();
            assertTrue(body.contains("\"errors\""), query);
            for (String leak :
                    new String[] {"Did you mean", "graphql.", "java.", "Exception", "harbour_boat", "Value{", "\tat "
                    }) {
                assertFalse(body.contains(leak), body);
            }
        }
    }

    @Test
    void shows_an_error_id_and_nothing_else_of_our_mistakes() {
        JsonNode error = json(harbour.query("{name broken}")).at("/errors/0");
        assertEquals("INTERNAL", error.at("/extensions/code").asText());
        assertEquals(36, error.at("/extensions/errorId").asText().length());
        assertFalse(error.at("/message").asText().contains("secret"));
    }

    @Test
    void gives_one_id_to_a_mistake_that_happens_in_every_row() {
        assertEquals(
                1,
                java.util.Set.copyOf(json(harbour.query("{a:boat(id:1){broken} b:boat(id:2){broken} fleet{broken}}"))
                                .findValuesAsText("errorId"))
                        .size());
    }

    @Test
    void refuses_five_megabytes_however_they_are_sent() throws IOException {
        String body = "{\"query\":\"" + "x".repeat(5_000_000) + "\"}";
        for (String framing : new String[] {"Content-Length: " + body.length(), "Transfer-Encoding: chunked"}) {
            try (Socket socket = new Socket("127.0.0.1", harbour.port())) {
                send(
                        socket,
                        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + framing
                                + "\r\n\r\n");
                if (framing.startsWith("Transfer")) {
                    for (int i = 0; i < 20; i++) {
                        send(socket, "10000\r\n" + "x".repeat(65_536) + "\r\n");
                    }
                }
                assertTrue(firstLine(socket).startsWith("HTTP/1.1 413"), framing);
            }
        }
    }

    @Test
    void stops_listening_to_a_body_that_comes_byte_by_byte() throws IOException, InterruptedException {
        try (Socket socket = new Socket("127.0.0.1", harbour.port())) {
            send(
                    socket,
                    "POST /graphql HTTP/1.1\r\n"
                            + "Host: x\r\n"
                            + "Content-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n");
            socket.setSoTimeout(100);
            assertEquals("HTTP/1.1 408 Request Timeout", dripUntilAnswered(socket));
        }
    }

    @Test
    void hangs_up_on_headers_that_never_end() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", harbour.port())) {
            socket.setSoTimeout(20_000);
            send(socket, "POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertFalse(firstLine(socket).contains(" 200 "));
        }
    }

    @Test
    void refuses_headers_that_are_too_large() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", harbour.port())) {
            send(socket, "GET /graphql HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(100_000) + "\r\n\r\n");
            assertFalse(firstLine(socket).contains(" 200 "));
        } catch (IOException hungUp) {
            assertTrue(hungUp.getMessage() != null);
        }
    }

    @Test
    void stops_an_operation_whose_time_is_up() {
        // the field never returns by itself
        HttpResponse<String> answer = harbour.send(HttpRequest.newBuilder(harbour.uri("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(BodyPublishers.ofString("{\"query\":\"{name slow}\"}")));
        assertEquals(503, answer.statusCode());
        assertEquals("UNAVAILABLE", json(answer).at("/errors/0/extensions/code").asText());
        String message = json(answer).at("/errors/0/message").asText();
        assertTrue(message.contains("took longer than") && message.endsWith("was stopped."), message);
    }

    @Test
    void says_of_a_change_whose_time_is_up_that_it_may_have_been_made() {
        int before = harbour.fleet.launched.get();
        String message = json(harbour.query("mutation{launch(name:\"Leviathan\"){name}}"))
                .at("/errors/0/message")
                .asText();
        assertEquals(before + 1, harbour.fleet.launched.get());
        assertTrue(message.contains("may have been made") && message.contains("idempotencyKey"), message);
    }

    private static String dripUntilAnswered(Socket socket) throws IOException {
        for (int i = 0; i < 900; i++) {
            send(socket, " ");
            try {
                int first = socket.getInputStream().read();
                return (char) first + firstLine(socket);
            } catch (java.net.SocketTimeoutException notYet) {
                // the next byte, then
            }
        }
        throw new AssertionError("read every byte");
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b >= 0 && b != '\r'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString();
    }

    private static void assertRefused(String document, String because) {
        JsonNode answer = json(harbour.query(document));
        assertFalse(answer.has("data"));
        assertEquals("BAD_REQUEST", answer.at("/errors/0/extensions/code").asText());
        String message = answer.at("/errors/0/message").asText();
        assertTrue(message.contains(because), message);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }
}
