package news.piton.core.host.http;

import static news.piton.core.host.http.Answers.json;
import static news.piton.core.host.http.Answers.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The GraphQL over HTTP specification: in what media types requests come and answers go. */
class MediaTypesTest {
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
        assertEquals(0, harbour.fleet.launched.get());
    }

    @Test
    void says_415_to_a_body_without_a_type() {
        assertEquals(
                415,
                harbour.send(HttpRequest.newBuilder(harbour.uri("/graphql"))
                                .POST(BodyPublishers.ofString("{\"query\":\"{name}\"}")))
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate, gzip", "identity"})
    void says_415_to_an_encoded_body_and_that_none_is_read(String coding) {
        for (String path : new String[] {"/graphql", "/nowhere"}) {
            HttpResponse<String> answer = harbour.send(HttpRequest.newBuilder(harbour.uri(path))
                    .header("Content-Type", "application/json")
                    .header("Content-Encoding", coding)
                    .POST(BodyPublishers.ofString("{\"query\":\"{name}\"}")));
            assertEquals(415, answer.statusCode());
            assertEquals(
                    "identity", answer.headers().firstValue("Accept-Encoding").orElseThrow());
            assertTrue(answer.body().contains("Content-Encoding"), answer.body());
        }
    }
}
