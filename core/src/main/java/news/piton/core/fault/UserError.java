package news.piton.core.fault;

import java.util.List;

/**
 * An expected refusal, as data: what was wrong with which input, and what to do about it.
 *
 * @param code what programs read, in SCREAMING_SNAKE_CASE, for example {@code CONFLICT}
 * @param message what people read: a whole sentence
 * @param path the way to the input at fault, from {@code input} down, for example {@code [input, body, text]}
 */
public record UserError(String code, String message, List<String> path) {
    public UserError {
        path = List.copyOf(path);
    }

    /** An error at one field of the mutation's input. */
    public static UserError at(String field, String code, String message) {
        return new UserError(code, message, List.of("input", field));
    }

    /** An error that no single field causes. */
    public static UserError of(String code, String message) {
        return new UserError(code, message, List.of("input"));
    }
}
