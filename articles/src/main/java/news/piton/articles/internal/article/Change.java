package news.piton.articles.internal.article;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an edit does to one field: leave it as it is, or set it, perhaps to nothing. */
public record Change<T>(boolean given, @Nullable T value) {

    public static <T> Change<T> none() {
        return new Change<>(false, null);
    }

    public static <T> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    /** The field after the edit, for one that may be empty. */
    public @Nullable T or(@Nullable T before) {
        return given ? value : before;
    }

    /** The field after the edit, for one that may not; setting it to nothing was refused before. */
    public T orKeep(T before) {
        return value == null ? before : value;
    }

    public <U> Change<U> map(Function<T, @Nullable U> change) {
        return new Change<>(given, value == null ? null : change.apply(value));
    }
}
