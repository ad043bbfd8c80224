package news.piton.articles.internal.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Among which articles to look: those for which everything that is not null is true.
 *
 * @param sections in any of which it must be
 * @param from inclusive
 * @param before exclusive
 */
public record SearchFilter(
        @Nullable List<Long> sections,
        @Nullable Long tag,
        @Nullable Long author,
        @Nullable Long source,
        @Nullable Instant from,
        @Nullable Instant before) {
    public static final SearchFilter NONE = new SearchFilter(null, null, null, null, null, null);
}
