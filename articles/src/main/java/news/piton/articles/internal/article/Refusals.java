package news.piton.articles.internal.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with an input, so that its author hears of it all at once. */
public final class Refusals {
    private final List<UserError> errors = new ArrayList<>();

    /** Makes a value of what was given; when that fails, notes why and returns null. A null stays null. */
    public <R, V> @Nullable V value(String field, @Nullable R given, Function<R, V> value) {
        try {
            return given == null ? null : value.apply(given);
        } catch (Invalid invalid) {
            errors.add(new UserError(invalid.code(), reason(invalid), path(field)));
            return null;
        }
    }

    public <V> @Nullable V require(String field, @Nullable V found, String otherwise) {
        if (found == null) {
            errors.add(new UserError("NOT_FOUND", otherwise, path(field)));
        }
        return found;
    }

    public void add(UserError error) {
        errors.add(error);
    }

    public void addAll(Collection<UserError> more) {
        errors.addAll(more);
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    public <V> Outcome<V> refused() {
        return Outcome.refused(errors);
    }

    private static String reason(Invalid invalid) {
        String message = invalid.getMessage();
        return message == null ? invalid.code() : message;
    }

    private static List<String> path(String field) {
        return Stream.concat(Stream.of("input"), Stream.of(field.split("\\."))).toList();
    }
}
