package news.piton.core.host.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import news.piton.core.host.execution.Answer;
import news.piton.core.host.execution.OperationError;
import org.jspecify.annotations.Nullable;

/** Writes answers as JSON in UTF-8, straight from the tree that the engine built. */
final class AnswerWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private AnswerWriter() {}

    /** Closes the stream. Errors come first, as the GraphQL specification advises (section 7.1). */
    static void write(Answer answer, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            if (!answer.errors().isEmpty()) {
                json.writeArrayFieldStart("errors");
                for (OperationError error : answer.errors()) {
                    value(json, error.written());
                }
                json.writeEndArray();
            }
            if (answer.executed()) {
                json.writeFieldName("data");
                value(json, answer.data());
            }
            if (!answer.extensions().isEmpty()) {
                json.writeFieldName("extensions");
                value(json, answer.extensions());
            }
            json.writeEndObject();
        }
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName((String) entry.getKey());
                    value(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case Iterable<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    value(json, element);
                }
                json.writeEndArray();
            }
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case Double number -> json.writeNumber(number);
            case Float number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }
}
