package news.piton.core.host.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request from a body or from a query string; refuses, in a sentence, whatever is not one. */
final class RequestReader {
    private static final int NESTING = 100;

    private final int largest;
    private final BodyReader bodies;
    private final ObjectMapper json;

    RequestReader(int largest, BodyReader bodies) {
        this.largest = largest;
        this.bodies = bodies;
        this.json = new ObjectMapper(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        // JSON that travels is UTF-8 (RFC 8259, section 8.1)
                        .disable(JsonFactory.Feature.CHARSET_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(NESTING)
                                .maxStringLength(largest)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    GraphQlRequest post(ServerRequest request) {
        requireJson(ContentType.of(request));
        byte[] body = bodies.read(request, largest);
        if (body.length == 0) {
            throw Rejection.badRequest("The request has no body; send {\"query\": …} as JSON.");
        }
        try (JsonParser parser = json.createParser(body, start(body), body.length - start(body))) {
            return read(parser);
        } catch (JsonProcessingException malformed) {
            throw notJson("The body", malformed);
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
    }

    GraphQlRequest get(UriQuery query) {
        String operationName = once(query, "operationName");
        GraphQlRequest request = new GraphQlRequest(
                once(query, "query"),
                operationName == null || operationName.isEmpty() ? null : operationName,
                map(query, "variables"),
                map(query, "extensions"));
        return complete(request);
    }

    private GraphQlRequest read(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            throw Rejection.badRequest("Request batching is off here; send one operation a request.");
        }
        if (first != JsonToken.START_OBJECT) {
            throw Rejection.badRequest("The body must be a JSON object with the member `query`.");
        }
        String query = null;
        String operationName = null;
        Map<String, Object> variables = Map.of();
        Map<String, Object> extensions = Map.of();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "query" -> query = text(parser, value, name);
                case "operationName" -> operationName = text(parser, value, name);
                case "variables" -> variables = map(parser, value, name);
                case "extensions" -> extensions = map(parser, value, name);
                default -> parser.skipChildren(); // reserved for later versions of the specification
            }
        }
        if (parser.nextToken() != null) {
            throw Rejection.badRequest("The body goes on after its JSON object.");
        }
        return complete(new GraphQlRequest(query, operationName, variables, extensions));
    }

    private static GraphQlRequest complete(GraphQlRequest request) {
        if (request.query() == null && !request.extensions().containsKey("persistedQuery")) {
            throw Rejection.badRequest("The member `query` is missing: a string that holds a GraphQL document.");
        }
        return request;
    }

    private static @Nullable String text(JsonParser parser, JsonToken value, String name) throws IOException {
        return switch (value) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            default -> throw Rejection.badRequest("The member `" + name + "` must be a string.");
        };
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(JsonParser parser, JsonToken value, String name) throws IOException {
        return switch (value) {
            case START_OBJECT ->
                json.readerFor(Map.class)
                        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .<Map<String, Object>>readValue(parser);
            case VALUE_NULL -> Map.of();
            default -> throw Rejection.badRequest("The member `" + name + "` must be an object.");
        };
    }

    private Map<String, Object> map(UriQuery query, String name) {
        String text = once(query, name);
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        try (JsonParser parser = json.createParser(text)) {
            Map<String, Object> map =
                    map(parser, parser.nextToken() == null ? JsonToken.NOT_AVAILABLE : parser.currentToken(), name);
            if (parser.nextToken() != null) {
                throw Rejection.badRequest("The parameter `" + name + "` goes on after its JSON object.");
            }
            return map;
        } catch (JsonProcessingException malformed) {
            throw notJson("The parameter `" + name + "`", malformed);
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
    }

    private static @Nullable String once(UriQuery query, String name) {
        if (!query.contains(name)) {
            return null;
        }
        List<String> values = query.all(name);
        if (values.size() > 1) {
            throw Rejection.badRequest("The parameter `" + name + "` is there twice.");
        }
        return values.getFirst();
    }

    private static void requireJson(ContentType type) {
        if (!type.essence().equals("application/json") || !type.utf8()) {
            throw Rejection.unread(
                    Status.UNSUPPORTED_MEDIA_TYPE_415, "Send the request as application/json, encoded in UTF-8.");
        }
    }

    /** A byte order mark is not JSON, but RFC 8259 (section 8.1) lets a parser look over it. */
    private static int start(byte[] body) {
        boolean marked = body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private static Rejection notJson(String what, JsonProcessingException malformed) {
        boolean located =
                malformed.getLocation() != null && malformed.getLocation().getLineNr() > 0;
        String where = located
                ? " (line " + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr() + ")"
                : "";
        return Rejection.badRequest(what + mistake(malformed) + where + ".");
    }

    private static String mistake(JsonProcessingException malformed) {
        String text = String.valueOf(malformed.getOriginalMessage());
        boolean tooMuch = malformed instanceof StreamConstraintsException
                || malformed.getCause() instanceof StreamConstraintsException;
        if (!tooMuch) {
            return text.startsWith("Duplicate field") ? " has the same member twice" : " is not JSON in UTF-8";
        }
        if (text.contains("nesting depth")) {
            return " nests more than " + NESTING + " levels deep";
        }
        return text.startsWith("Number")
                ? " holds a number of more than " + StreamReadConstraints.DEFAULT_MAX_NUM_LEN + " digits"
                : " holds a name or a text that is too long";
    }
}
