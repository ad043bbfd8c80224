package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The GraphQL over HTTP specification, and what its reference audits ask beyond. */
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
                "application/graphql-response+json|application/graphql-response+json",
                "application/json|application/json",
                "*/*|application/json",
                "application/*|application/json",
                "application/graphql-response+json; charset=utf-8, application/json;"
                        + " charset=utf-8|application/graphql-response+json",
                "application/graphql-response+json;q=0.5, application/json|application/json",
                "application/json, application/graphql-response+json|application/graphql-response+json",
                "text/html, application/json;q=0.9|application/json",
                "APPLICATION/JSON|application/json",
                "application/json;q=0, */*, application/graphql-response+json;q=0.1|application/graphql-response+json",
            })
    void answers_in_the_media_type_that_the_client_likes_best(String accept, String type) {
        HttpResponse<String> answer = harbour.query("{name}", "Accept", accept);
        assertEquals(200, answer.statusCode());
        assertEquals(type + "; charset=utf-8", type(answer));
        assertEquals("Castries", json(answer).at("/data/name").asText());
    }

    @Test
    void answers_as_json_when_the_client_does_not_say() {
        assertEquals("application/json; charset=utf-8", type(harbour.query("{name}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml, image/*",
                "application/json;q=0",
                "application/json;charset=latin1"
            })
    void says_406_when_nothing_acceptable_can_be_sent(String accept) {
        HttpResponse<String> answer = harbour.query("{name}", "Accept", accept);
        assertEquals(406, answer.statusCode());
        assertEquals("BAD_REQUEST", json(answer).at("/errors/0/extensions/code").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "Application/JSON"
            })
    void reads_json_in_utf8(String type) {
        HttpResponse<String> answer =
                harbour.post("{\"query\":\"{echo(text:\\\"Soufrière 🏊\\\")}\"}", "Content-Type", type);
        assertEquals("Soufrière 🏊", json(answer).at("/data/echo").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/json; charset=iso-8859-1"
            })
    void says_415_to_other_bodies_so_that_a_form_on_a_foreign_page_can_send_nothing(String type) {
        assertEquals(
                415,
                harbour.post("{\"query\":\"mutation{launch(name:\\\"x\\\"){id}}\"}", "Content-Type", type)
                        .statusCode());
        assertEquals(0, harbour.launched.get());
    }

    @Test
    void says_415_to_a_body_without_a_type_and_to_a_compressed_one() {
        assertEquals(
                415,
                harbour.send(HttpRequest.newBuilder(harbour.uri("/graphql"))
                                .POST(BodyPublishers.ofString("{\"query\":\"{name}\"}")))
                        .statusCode());
        int compressed = harbour.post("{\"query\":\"{name}\"}", "Content-Encoding", "gzip")
                .statusCode();
        assertTrue(compressed == 415 || compressed == 400, "status " + compressed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{ \"not a JSON",
                "NONSENSE",
                "{}",
                "{\"qeury\":\"{name}\"}",
                "{\"query\":null}",
                "{\"query\":7}",
                "{\"query\":{\"obj\":\"ect\"}}",
                "{\"query\":[\"{name}\"]}",
                "{\"query\":\"{name}\",\"operationName\":7}",
                "{\"query\":\"{name}\",\"operationName\":[\"a\"]}",
                "{\"query\":\"{name}\",\"variables\":\"x\"}",
                "{\"query\":\"{name}\",\"variables\":[7]}",
                "{\"query\":\"{name}\",\"variables\":false}",
                "{\"query\":\"{name}\",\"extensions\":\"x\"}",
                "{\"query\":\"{name}\",\"extensions\":0}",
                "{\"query\":\"{name}\",\"query\":\"{name}\"}",
                "{\"query\":\"{name}\",\"variables\":{\"a\":1,\"a\":2}}",
                "{\"query\":\"{name}\"} {}",
                "{\"query\":\"{name}\"",
                "\"{name}\"",
                "[{\"query\":\"{name}\"}]",
            })
    void says_400_to_whatever_is_no_request_in_both_media_types(String body) {
        for (String accept : new String[] {"application/json", GRAPHQL}) {
            HttpResponse<String> answer = harbour.post(body, "Accept", accept);
            assertEquals(400, answer.statusCode());
            assertEquals(
                    "BAD_REQUEST", json(answer).at("/errors/0/extensions/code").asText());
            assertFalse(json(answer).has("data"));
        }
    }

    @Test
    void says_400_to_bytes_that_are_not_utf8() throws Exception {
        byte[] body = "{\"query\":\"{echo(text:\\\"é\\\")}\"}".getBytes(StandardCharsets.ISO_8859_1);
        HttpRequest.Builder request = HttpRequest.newBuilder(harbour.uri("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        assertEquals(400, harbour.send(request).statusCode());
    }

    @Test
    void tells_batches_that_they_are_off() {
        assertTrue(harbour.post("[{\"query\":\"{name}\"}]").body().contains("batching is off"));
    }

    @Test
    void looks_over_a_byte_order_mark_and_over_members_it_does_not_know() {
        HttpResponse<String> answer = harbour.post("\uFEFF{\"later\":[1,{\"x\":2}],\"query\":\"{name}\"}");
        assertEquals("Castries", json(answer).at("/data/name").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"variables", "operationName", "extensions"})
    void takes_null_for_a_member_that_is_not_there(String member) {
        assertEquals(
                "{\"name\":\"Castries\"}",
                json(harbour.post("{\"query\":\"{name}\",\"" + member + "\":null}"))
                        .get("data")
                        .toString());
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
    void chooses_the_operation_by_its_name() {
        HttpResponse<String> answer =
                harbour.post("{\"query\":\"query A{a:name} query B{b:name}\",\"operationName\":\"B\"}");
        assertEquals("{\"b\":\"Castries\"}", json(answer).get("data").toString());
    }

    @Test
    void answers_a_query_by_get() {
        String query = Harbour.encoded("query A($t:String){a:echo(text:$t)} query B($t:String){b:echo(text:$t)}");
        String variables = Harbour.encoded("{\"t\":\"a+b & ü\"}");
        HttpResponse<String> answer = harbour.get("/graphql?query=" + query + "&operationName=B&variables=" + variables
                + "&extensions=" + Harbour.encoded("{}"));
        assertEquals("{\"b\":\"a+b & ü\"}", json(answer).get("data").toString());
        assertEquals(
                "Castries",
                json(harbour.get("/graphql?operationName=&variables=&query=%7Bname%7D"))
                        .at("/data/name")
                        .asText());
        assertEquals(
                "hi there",
                json(harbour.get("/graphql?query=%7Becho(text:%22hi+there%22)%7D"))
                        .at("/data/echo")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql",
                "/graphql?query=%7Bname%7D&query=%7Bname%7D",
                "/graphql?query=%7Bname%7D&variables=%5B%5D",
                "/graphql?query=%7Bname%7D&variables=x",
                "/graphql?query=%7Bname%7D&variables=%7B%7D%7B%7D",
                "/graphql?query=%7Bname%7D&extensions=7",
            })
    void says_400_to_a_get_that_is_no_request(String path) {
        assertEquals(400, harbour.get(path).statusCode());
    }

    @Test
    void says_405_to_a_mutation_by_get_and_runs_nothing() {
        HttpResponse<String> answer =
                harbour.get("/graphql?query=" + Harbour.encoded("mutation{launch(name:\"x\"){id}}"));
        assertEquals(405, answer.statusCode());
        assertEquals("POST", answer.headers().firstValue("Allow").orElseThrow());
        assertEquals(0, harbour.launched.get());
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
        assertEquals(Harbour.SDL, answer.body());
        assertEquals("text/plain; charset=utf-8", type(answer));
    }

    private static String id(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }
}
