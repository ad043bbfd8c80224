package news.piton.core.fault;

import java.util.List;
import java.util.function.Function;

/**
 * What a use case comes to: done, with a value, or refused, with the reasons. A refused use case has changed nothing: a
 * transaction that returns one is rolled back.
 */
public sealed interface Outcome<V> {

    record Done<V>(V value) implements Outcome<V> {}

    record Refused<V>(List<UserError> errors) implements Outcome<V> {
        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    static <V> Outcome<V> done(V value) {
        return new Done<>(value);
    }

    static <V> Outcome<V> refused(UserError... errors) {
        return new Refused<>(List.of(errors));
    }

    static <V> Outcome<V> refused(List<UserError> errors) {
        return new Refused<>(errors);
    }

    /** Goes on where this is done. */
    default <W> Outcome<W> then(Function<? super V, Outcome<W>> next) {
        return switch (this) {
            case Done<V>(V value) -> next.apply(value);
            case Refused<V>(List<UserError> errors) -> new Refused<>(errors);
        };
    }

    default <W> Outcome<W> map(Function<? super V, ? extends W> change) {
        return switch (this) {
            case Done<V>(V value) -> new Done<>(change.apply(value));
            case Refused<V>(List<UserError> errors) -> new Refused<>(errors);
        };
    }
}
