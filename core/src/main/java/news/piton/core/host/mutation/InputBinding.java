package news.piton.core.host.mutation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** Turns a coerced GraphQL input into its record, and payload values into JSON and back. */
final class InputBinding {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private InputBinding() {}

    static <I extends Record> I bind(Map<String, Object> input, Class<I> shape) {
        try {
            return JSON.convertValue(input, shape);
        } catch (IllegalArgumentException failed) {
            // A value that refuses itself in its constructor says why in a sentence of its own.
            Throwable cause = failed;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            throw cause instanceof news.piton.core.fault.Fault fault ? fault : failed;
        }
    }
}
