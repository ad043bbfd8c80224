package news.piton.articles.internal.catalogue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Versions;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** What all edits of a catalogue's entry have in common. In the caller's transaction. */
final class Edit {
    private Edit() {}

    /** @param stored the locked entry's version; empty when there is none */
    static <V> Outcome<V> of(
            String what,
            OptionalInt stored,
            @Nullable Integer expected,
            BooleanSupplier change,
            UserError taken,
            Supplier<V> view) {
        if (stored.isEmpty()) {
            return Outcome.refused(Versions.missing(what));
        }
        Optional<UserError> conflict = Versions.conflict(what, expected, stored.getAsInt());
        if (conflict.isPresent()) {
            return Outcome.refused(conflict.get());
        }
        return change.getAsBoolean() ? Outcome.done(view.get()) : Outcome.refused(taken);
    }

    static UserError slugTaken(String what, @Nullable Slug slug) {
        return UserError.at(
                "slug",
                "SLUG_TAKEN",
                "Another " + what + " has the slug `" + (slug == null ? "" : slug.text()) + "`. Choose one.");
    }

    static UserError nameTaken(@Nullable String name) {
        return UserError.at("name", "NAME_TAKEN", "There is a source called " + name + " already.");
    }
}
