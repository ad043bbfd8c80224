package news.piton.articles;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The articles, for other modules. Every method but {@link #any} answers as to a reader: with what is published at this
 * moment and nothing else. Each call is one SQL statement, and none for an empty set.
 */
public interface Articles {

    /** The published ones among these, by id. */
    Map<Long, ArticleView> published(Set<Long> ids);

    Optional<ArticleView> published(long id);

    Optional<ArticleView> publishedBySlug(String slug);

    /**
     * The news that came out in a span of time, newest first; without what has been retracted.
     *
     * @param from inclusive
     * @param to exclusive
     * @param most how many at the most; 1 to 1,000
     */
    List<ArticleView> publishedBetween(Instant from, Instant to, int most);

    /** Whatever state they are in: for the eyes of staff only. */
    Map<Long, ArticleView> any(Set<Long> ids);

    /**
     * How the texts of the published ones among these begin, by id, as plain text on one line: whole words, with an ellipsis
     * where it was cut.
     *
     * @param length in characters, the ellipsis included; at least 20
     */
    Map<Long, String> excerpts(Set<Long> ids, int length);
}
