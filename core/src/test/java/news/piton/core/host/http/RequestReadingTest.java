package news.piton.core.host.http;

import static news.piton.core.host.http.Answers.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The GraphQL over HTTP specification: what is a request, by POST and by GET, and what is none. */
class RequestReadingTest {
    private static final String GRAPHQL = "application/graphql-response+json";
    private static Harbour harbour;

    @BeforeAll
    static void open() {
        harbour = Harbour.open();
    }

    @AfterAll
    static void close() {
        harbour.close();
    }

    @Test
    void says_in_plain_words_what_is_too_much_or_not_understood() {
        assertEquals(
                List.of(
                        "The body holds a number of more than 1000 digits.",
                        "The body nests more than 100 levels deep.",
                        "The document has more than 6,000 tokens, which are the most.",
                        "Invalid syntax at line 1 column 2",
                        "Argument 'kind' with value 'RAFT' is not a valid 'Kind' - Literal value not in allowable"
                                + " values for enum 'Kind' - 'RAFT'",
                        "Variable 'k' has an invalid value: Invalid input for enum 'Kind'. No value found for name"
                                + " 'RAFT'"),
                Stream.of(
                                "{\"query\":\"{name}\",\"variables\":{\"a\":" + "1".repeat(5_000) + "}}",
                                "{\"query\":\"{name}\",\"variables\":{\"a\":" + "[".repeat(50_000) + "}}",
                                "{\"query\":\"{" + "a ".repeat(20_000) + "}\"}",
                                "{\"query\":\"{?}\"}",
                                "{\"query\":\"{echo(kind: RAFT)}\"}",
                                "{\"query\":\"query($k: Kind){echo(kind: $k)}\",\"variables\":{\"k\":\"RAFT\"}}")
                        .map(RequestReadingTest::message)
                        .toList());
    }

    private static String message(String body) {
        return json(harbour.post(body)).at("/errors/0/message").asText();
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

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void says_400_to_json_in_other_encodings_of_unicode(String encoding) {
        byte[] body = "{\"query\":\"{name}\"}".getBytes(java.nio.charset.Charset.forName(encoding));
        HttpRequest.Builder request = HttpRequest.newBuilder(harbour.uri("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        HttpResponse<String> answer = harbour.send(request);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("UTF-8"), answer.body());
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
}
