package news.piton.articles.internal.graphql;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.article.Refusals;
import news.piton.core.fault.UserError;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.id.GlobalId;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an edit's input: absent leaves as it is, null clears what can be empty. */
final class Edits {
    private final Call<?> call;
    final Refusals refusals = new Refusals();

    Edits(Call<?> call) {
        this.call = call;
    }

    /** A field that cannot be cleared. */
    <R, V> Change<V> required(String field, @Nullable R given, Function<R, V> value) {
        return required(field, field, given, value);
    }

    /** @param blamed where in the input a wrong value is, when that is inside the field */
    <R, V> Change<V> required(String field, String blamed, @Nullable R given, Function<R, V> value) {
        if (!call.has(field)) {
            return Change.none();
        }
        if (given == null) {
            refusals.add(UserError.at(
                    field, "BLANK", "`" + field + "` cannot be cleared; leave it out to keep what is there."));
            return Change.none();
        }
        V made = refusals.value(blamed, given, value);
        return made == null ? Change.none() : Change.to(made);
    }

    /** A field that can be empty. */
    <R, V> Change<V> optional(String field, @Nullable R given, Function<R, @Nullable V> value) {
        return call.has(field) ? Change.to(refusals.value(field, given, value)) : Change.none();
    }

    /** An optional text; a blank one clears the field. */
    Change<String> text(String field, String what, @Nullable String given, int most) {
        return optional(field, given, text -> PlainText.optional(what, text, most));
    }

    /** What the payload of a mutation shows when it was refused because its caller has seen another version; else null. */
    static <P> @Nullable P stale(List<UserError> errors, Supplier<P> shown) {
        return errors.stream().anyMatch(error -> error.code().equals("CONFLICT")) ? shown.get() : null;
    }

    /** The row's number; -1, which no row has, when it is no id of that type. */
    static long number(String type, String id) {
        return GlobalId.number(type, id).orElse(-1);
    }
}
