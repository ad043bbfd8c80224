package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every text that the API takes, of every query and mutation, filled with what nobody expects: none of it is our mistake. */
@Timeout(300)
class UnluckyInputJourneyTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final List<String> ODD = List.of(
            "",
            "\u0000",
            "nul \u0000 inside",
            "half a pair \ud800",
            "the other half \udc00 of one",
            "turned \u202e around \u2066",
            "\u2028\u2029\ufeff\u200b",
            "4 bytes \ud83d\ude00\ud83c\udff4",
            "combining " + "e\u0301\u0301".repeat(50),
            "'; DROP TABLE articles_article; -- \\' \\",
            "%_*?\"+-()~<>@",
            "../../../etc/passwd\u0000.png",
            "\r\nBcc: somebody@example.org",
            "9223372036854775808",
            "-1",
            "[{\"a\":null}]",
            "x".repeat(70_000));
    private static final int DEEPEST = 4;

    private static TestHost host;
    private static JsonNode types;

    @BeforeAll
    static void boot() {
        host = TestHost.with(Plugins.discover(Path.of("none")).toArray(Plugin[]::new))
                .boot();
        ArticlesFixture.publish(host, "There is one article");
        types = host.admin()
                .send("{ __schema { types { name kind enumValues { name } fields { name args { name type { ...T } }"
                        + " type { ...T } } inputFields { name type { ...T } } } } } fragment T on __Type { name"
                        + " kind ofType { name kind ofType { name kind ofType { name kind } } } }")
                .ok()
                .at("/data/__schema/types");
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Test
    void no_text_makes_a_query_fail_on_our_side() {
        assertEquals(List.of(), mistakes("query", "Query"));
    }

    @Test
    void no_text_makes_a_mutation_fail_on_our_side() {
        assertEquals(List.of(), mistakes("mutation", "Mutation"));
    }

    private static List<String> mistakes(String kind, String root) {
        List<String> mistakes = new ArrayList<>();
        int asked = 0;
        for (JsonNode field : type(root).path("fields")) {
            if (field.path("args").isEmpty()) {
                continue;
            }
            for (String odd : ODD) {
                for (boolean staff : new boolean[] {true, false}) {
                    HttpResponse<String> answer = send(kind, field, odd, staff);
                    asked++;
                    if (answer.statusCode() >= 500 || answer.body().contains("\"INTERNAL")) {
                        mistakes.add(field.path("name").asText() + " with "
                                + (odd.length() > 80 ? odd.length() + " characters" : odd) + ": " + answer.body());
                    }
                }
            }
        }
        assertTrue(asked > 20 * ODD.size(), "fields that take something: " + asked);
        return mistakes;
    }

    private static HttpResponse<String> send(String kind, JsonNode field, String odd, boolean staff) {
        Map<String, Object> variables = new LinkedHashMap<>();
        List<String> declared = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (JsonNode argument : field.path("args")) {
            String name = argument.path("name").asText();
            JsonNode type = argument.path("type");
            boolean cursor = List.of("last", "before").contains(name);
            if (!cursor) {
                declared.add("$" + name + ": " + printed(type));
                passed.add(name + ": $" + name);
                variables.put(name, value(type, odd, DEEPEST));
            }
        }
        String selected = named(field.path("type")).path("kind").asText().matches("OBJECT|INTERFACE|UNION")
                ? kind.equals("mutation") ? " { userErrors { code message } }" : " { __typename }"
                : "";
        String operation = kind + "(" + String.join(", ", declared) + ") { "
                + field.path("name").asText() + "(" + String.join(", ", passed) + ")" + selected + " }";
        try {
            String body = JSON.writeValueAsString(Map.of("query", operation, "variables", variables));
            return (staff ? host.admin() : host.guest()).post("/graphql", "application/json", body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(JsonNode type, String odd, int depth) {
        JsonNode named = type;
        switch (type.path("kind").asText()) {
            case "NON_NULL" -> {
                return value(type.path("ofType"), odd, depth);
            }
            case "LIST" -> {
                return List.of(value(type.path("ofType"), odd, depth));
            }
            case "ENUM" -> {
                return type(named.path("name").asText())
                        .path("enumValues")
                        .path(0)
                        .path("name")
                        .asText();
            }
            case "INPUT_OBJECT" -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (JsonNode field : type(named.path("name").asText()).path("inputFields")) {
                    boolean required = field.path("type").path("kind").asText().equals("NON_NULL");
                    if (depth > 0 || required) {
                        object.put(field.path("name").asText(), value(field.path("type"), odd, depth - 1));
                    }
                }
                return object;
            }
            default -> {
                return switch (named.path("name").asText()) {
                    case "Int", "Float" -> 1;
                    case "Boolean" -> false;
                    default -> odd;
                };
            }
        }
    }

    private static JsonNode named(JsonNode type) {
        return type.path("ofType").isObject() ? named(type.path("ofType")) : type;
    }

    private static String printed(JsonNode type) {
        return switch (type.path("kind").asText()) {
            case "NON_NULL" -> printed(type.path("ofType")) + "!";
            case "LIST" -> "[" + printed(type.path("ofType")) + "]";
            default -> type.path("name").asText();
        };
    }

    private static JsonNode type(String name) {
        for (JsonNode type : types) {
            if (type.path("name").asText().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
