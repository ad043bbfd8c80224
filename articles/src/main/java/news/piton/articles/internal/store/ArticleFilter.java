package news.piton.articles.internal.store;

import java.time.Instant;
import java.util.Set;
import news.piton.articles.ArticleStatus;
import org.jspecify.annotations.Nullable;

/** Which articles a list holds: those for which everything that is not null is true. */
public record ArticleFilter(
        @Nullable Name section,
        @Nullable Name tag,
        @Nullable Name author,
        @Nullable Long source,
        @Nullable Instant from,
        @Nullable Instant before,
        Set<ArticleStatus> statuses) {

    public static final Set<ArticleStatus> PUBLISHED = Set.of(ArticleStatus.PUBLISHED);

    public ArticleFilter {
        statuses = Set.copyOf(statuses);
    }

    /** How a client or another list names a section, tag or author. */
    public sealed interface Name {
        record Id(long number) implements Name {}

        record Slug(String text) implements Name {}
    }

    public static ArticleFilter inSection(long id) {
        return new ArticleFilter(new Name.Id(id), null, null, null, null, null, PUBLISHED);
    }

    public static ArticleFilter withTag(long id) {
        return new ArticleFilter(null, new Name.Id(id), null, null, null, null, PUBLISHED);
    }

    public static ArticleFilter byAuthor(long id) {
        return new ArticleFilter(null, null, new Name.Id(id), null, null, null, PUBLISHED);
    }

    public static ArticleFilter fromSource(long id) {
        return new ArticleFilter(null, null, null, id, null, null, PUBLISHED);
    }
}
