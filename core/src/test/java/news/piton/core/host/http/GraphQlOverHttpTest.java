package news.piton.core.host.http;

import static news.piton.core.host.http.Answers.id;
import static news.piton.core.host.http.Answers.json;
import static news.piton.core.host.http.Answers.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The GraphQL over HTTP specification, and what its reference audits ask beyond: how operations are answered. */
class GraphQlOverHttpTest {
    private static final String GRAPHQL = "application/graphql-response+json";
    private static Harbour harbour;

    @BeforeAll
    static void open() {
        harbour = Harbour.open("graphql.origins", "https://app.example.org");
    }

    @AfterAll
    static void close() {
        harbour.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|cannot parse",
                "{ 8f31403dfe404bccbb0e835f2629c6a7 }|not valid",
                "query A{name} query B{name}|no operation chosen",
                "query($id:ID!){boat(id:$id){name}}|variable missing",
            })
    void answers_a_request_that_cannot_run_with_200_as_json_and_400_as_graphql(String document, String what) {
        HttpResponse<String> old = harbour.query(document, "Accept", "application/json");
        assertEquals(200, old.statusCode(), what);
        assertFalse(json(old).has("data"), what);
        assertEquals("BAD_REQUEST", json(old).at("/errors/0/extensions/code").asText());
        HttpResponse<String> now = harbour.query(document, "Accept", GRAPHQL);
        assertEquals(400, now.statusCode(), what);
        assertFalse(json(now).has("data"), what);
    }

    @Test
    void answers_what_failed_in_part_or_at_the_top_with_294_as_graphql_and_200_as_json() {
        HttpResponse<String> part = harbour.query("{name wrong}", "Accept", GRAPHQL);
        assertEquals(294, part.statusCode());
        assertEquals(
                "{\"name\":\"Castries\",\"wrong\":null}", json(part).get("data").toString());
        assertEquals("[\"wrong\"]", json(part).at("/errors/0/path").toString());
        HttpResponse<String> top = harbour.query("{missing}", "Accept", GRAPHQL);
        assertEquals(294, top.statusCode());
        assertTrue(json(top).get("data").isNull());
        assertEquals(200, harbour.query("{name wrong}").statusCode());
    }

    @Test
    void says_405_to_a_mutation_by_get_and_runs_nothing() {
        HttpResponse<String> answer =
                harbour.get("/graphql?query=" + Harbour.encoded("mutation{launch(name:\"x\"){id}}"));
        assertEquals(405, answer.statusCode());
        assertEquals("POST", answer.headers().firstValue("Allow").orElseThrow());
        assertEquals(0, harbour.fleet.launched.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void says_405_with_the_methods_it_knows(String method) {
        HttpResponse<String> answer =
                harbour.send(HttpRequest.newBuilder(harbour.uri("/graphql")).method(method, BodyPublishers.noBody()));
        assertEquals(405, answer.statusCode());
        assertEquals("GET, POST, OPTIONS", answer.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void lets_configured_origins_in_and_no_others() {
        HttpResponse<String> preflight = harbour.send(HttpRequest.newBuilder(harbour.uri("/graphql"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://app.example.org")
                .header("Access-Control-Request-Method", "POST"));
        assertEquals(204, preflight.statusCode());
        assertEquals(
                "https://app.example.org",
                preflight.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        assertEquals(
                "true",
                preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Credentials")
                        .orElseThrow());
        assertTrue(preflight
                .headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElseThrow()
                .contains("Content-Type"));
        HttpResponse<String> stranger = harbour.query("{name}", "Origin", "https://evil.example");
        assertTrue(stranger.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        assertTrue(String.join(",", stranger.headers().allValues("Vary")).contains("Origin"));
    }

    @Test
    void compresses_when_asked_and_when_it_is_worth_it() throws Exception {
        String text = "x".repeat(50_000);
        String body = "{\"query\":\"query($t:String){echo(text:$t)}\",\"variables\":{\"t\":\"" + text + "\"}}";
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String length : new String[] {body, body.replace("x".repeat(45_000), "")}) {
                HttpResponse<byte[]> answer = client.send(
                        HttpRequest.newBuilder(harbour.uri("/graphql"))
                                .header("Content-Type", "application/json")
                                .header("Accept-Encoding", "br, gzip;q=0.8")
                                .POST(BodyPublishers.ofString(length))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                assertEquals(
                        "gzip", answer.headers().firstValue("Content-Encoding").orElseThrow());
                assertTrue(answer.body().length < 2_000);
                byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
                assertTrue(new ObjectMapper()
                        .readTree(plain)
                        .at("/data/echo")
                        .asText()
                        .startsWith("xxx"));
            }
        }
        assertTrue(harbour.query("{name}", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("Content-Encoding")
                .isEmpty());
        assertTrue(harbour.post(body, "Accept-Encoding", "gzip;q=0").body().contains(text));
    }

    @Test
    void keeps_a_usable_request_id_and_makes_one_otherwise() {
        assertEquals("abc-12345", id(harbour.query("{name}", "X-Request-Id", "abc-12345")));
        assertEquals(
                36,
                id(harbour.query("{name}", "X-Request-Id", "<script>alert(1)</script>"))
                        .length());
        assertEquals(36, id(harbour.query("{name}")).length());
    }

    @Test
    void shows_the_public_schema() {
        HttpResponse<String> answer = harbour.get("/graphql/schema.graphql");
        assertEquals(Fleet.SDL, answer.body());
        assertEquals("text/plain; charset=utf-8", type(answer));
    }
}
