package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long texts where something short is due. The error that quotes them costs no more than another, and quotes their
 * beginning. Each of them takes minutes to hours when a pattern looks at all of it more than once.
 */
@Timeout(20)
class FloodTest {
    private static final int LARGE = 900_000;

    @AutoClose
    private static final Harbour harbour = Harbour.open();

    /** Combining marks, texts that look like the engine's trees, and dots. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0316\u0300",
                "xType{",
                "xType{}",
                "StringValue{value='",
                "a.",
                "x",
                "with ANTLR error '",
                "Value{name=",
                "'}",
                "\uD83D\uDEA2"
            })
    void quotes_the_beginning_of_a_long_variable(String piece) {
        String flood = "a" + piece.repeat(LARGE / piece.getBytes(StandardCharsets.UTF_8).length);
        refuses("query($kind:Kind){echo(kind:$kind)}", "{\"kind\":" + Harbour.quoted(flood) + "}");
        refuses("query($number:Int){echo(number:$number)}", "{\"number\":" + Harbour.quoted(flood) + "}");
        refuses("query($kind:Kind){echo(kind:$kind)}", "{\"kind\":[" + Harbour.quoted(flood) + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0316\u0300", "xType{", "StringValue{value='", "a.", "with ANTLR error '"})
    void quotes_the_beginning_of_a_long_literal(String piece) {
        String flood = Harbour.quoted("a" + piece.repeat(60_000 / piece.length()));
        refuses("{echo(number:" + flood + ")}", "{}");
        refuses("{echo(number:[" + flood + "])}", "{}");
        refuses("{echo " + flood + "}", "{}");
        refuses("query($number:Int=" + flood + "){echo(number:$number)}", "{}");
    }

    @Test
    void quotes_the_beginning_of_long_lists_and_names() {
        String name = "x".repeat(60_000);
        refuses("{echo(kind:[" + "SLOOP ".repeat(5_000) + "])}", "{}");
        refuses("{" + name + "}", "{}");
        refuses("{echo(" + name + ":1)}", "{}");
        refuses("{name @" + name + "}", "{}");
        refuses("{..." + name + "}", "{}");
        refuses("query($a:" + name + "){name}", "{}");
        refuses("{" + name + ":echo(number:\"x\")}", "{}");
    }

    @Test
    void quotes_the_beginning_of_a_name_of_an_operation() {
        refuses("query a{name} query " + "b".repeat(60_000) + "{name}", "{}");
        assertShort(harbour.post("{\"query\":\"{name}\",\"operationName\":\"" + "x".repeat(LARGE) + "\"}"));
    }

    @Test
    void says_what_is_wrong_before_it_cuts() {
        String message = refuses("query($kind:Kind){echo(kind:$kind)}", "{\"kind\":\"" + "x".repeat(LARGE) + "\"}");
        assertTrue(message.contains("kind") && message.contains("Kind") && message.endsWith("…"), message);
        String literal = refuses("{echo(number:\"" + "x".repeat(60_000) + "\")}", "{}");
        assertTrue(literal.contains("number") && literal.contains("xxx"), literal);
    }

    private static String refuses(String document, String variables) {
        return assertShort(
                harbour.post("{\"query\":" + Harbour.quoted(document) + ",\"variables\":" + variables + "}"));
    }

    private static String assertShort(HttpResponse<String> answer) {
        String body = answer.body();
        assertTrue(body.length() < 4_000, () -> body.length() + " characters: " + body.substring(0, 4_000));
        assertEquals(
                "BAD_REQUEST",
                Answers.json(answer).at("/errors/0/extensions/code").asText(),
                body);
        String message = Answers.json(answer).at("/errors/0/message").asText();
        assertTrue(!message.isBlank() && message.length() <= 500, message);
        assertFalse(message.contains("ANTLR error 'mismatched"), message);
        return message;
    }
}
