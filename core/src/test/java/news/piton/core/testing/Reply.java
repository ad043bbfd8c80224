package news.piton.core.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** An answer of the endpoint, read as a client reads it. */
public record Reply(int status, JsonNode json, HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<String> response) {
        try {
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON, status " + response.statusCode() + ": " + response.body(), notJson);
        }
    }

    /** What stands at a JSON pointer, for example {@code /data/article/headline}; a missing node when nothing does. */
    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** As text; fails with the whole answer when there is nothing, so that the failure explains itself. */
    public String text(String pointer) {
        JsonNode node = json.at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            throw new AssertionError("nothing at " + pointer + " in " + json.toPrettyString());
        }
        return node.asText();
    }

    /** {@code extensions.code} of the first error; empty text without errors. */
    public String errorCode() {
        return json.at("/errors/0/extensions/code").asText("");
    }

    /** The codes of the user errors of all mutations in the answer. */
    public List<String> userErrorCodes() {
        return json.findValues("userErrors").stream()
                .flatMap(errors -> StreamSupport.stream(errors.spliterator(), false))
                .map(error -> error.path("code").asText())
                .toList();
    }

    /** The messages of the user errors of all mutations in the answer. */
    public List<String> userErrorMessages() {
        return json.findValues("userErrors").stream()
                .flatMap(errors -> StreamSupport.stream(errors.spliterator(), false))
                .map(error -> error.path("message").asText())
                .toList();
    }

    /** This answer, if it is free of errors of both kinds; fails with the whole answer otherwise. */
    public Reply ok() {
        if (json.has("errors") || !userErrorCodes().isEmpty()) {
            throw new AssertionError(json.toPrettyString());
        }
        return this;
    }
}
