package news.piton.core.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Events as JSON. Reading is tolerant: an event may have been written by a newer version that says more. */
final class EventJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String write(Record event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(
                    event.getClass().getSimpleName() + " cannot be written as JSON: " + failure.getOriginalMessage(),
                    failure);
        }
    }

    <E extends Record> E read(EventType<E> type, String payload) {
        try {
            return mapper.readValue(payload, type.shape());
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(
                    "A stored " + type.name() + " cannot be read any more: " + failure.getOriginalMessage(), failure);
        }
    }
}
