package news.piton.articles.internal.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import news.piton.articles.ArticleStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a list holds: those for which everything that is not null is true.
 *
 * @param news whether only articles of sections are wanted whose articles are news
 * @param featured whether only featured ones are wanted; the list then begins with the one that was featured last
 */
public record ArticleFilter(
        @Nullable Name section,
        @Nullable Name tag,
        @Nullable Name author,
        @Nullable Long source,
        @Nullable Instant from,
        @Nullable Instant before,
        Set<ArticleStatus> statuses,
        boolean news,
        boolean featured) {

    public static final Set<ArticleStatus> PUBLISHED = Set.of(ArticleStatus.PUBLISHED);

    public ArticleFilter {
        statuses = Set.copyOf(statuses);
    }

    /** How a client or another list names a section, tag or author. */
    public sealed interface Name {
        record Id(long number) implements Name {}

        record Slug(String text) implements Name {}

        /** A section and its children. */
        record Family(List<Long> sections) implements Name {
            public Family {
                sections = List.copyOf(sections);
            }
        }
    }

    /** Which conditions there are, without what they compare with. */
    ArticleFilter shape() {
        return new ArticleFilter(
                shape(section),
                shape(tag),
                shape(author),
                source == null ? null : Long.valueOf(0),
                from == null ? null : Instant.EPOCH,
                before == null ? null : Instant.EPOCH,
                statuses,
                news,
                featured);
    }

    private static @Nullable Name shape(@Nullable Name name) {
        return switch (name) {
            case null -> null;
            case Name.Id id -> new Name.Id(0);
            case Name.Slug slug -> new Name.Slug("");
            case Name.Family family ->
                new Name.Family(Collections.nCopies(family.sections().size(), 0L));
        };
    }

    /** The same with the section named in another way. */
    ArticleFilter in(Name other) {
        return new ArticleFilter(other, tag, author, source, from, before, statuses, news, featured);
    }

    public static ArticleFilter inSection(long id) {
        return new ArticleFilter(new Name.Id(id), null, null, null, null, null, PUBLISHED, false, false);
    }

    public static ArticleFilter withTag(long id) {
        return new ArticleFilter(null, new Name.Id(id), null, null, null, null, PUBLISHED, false, false);
    }

    public static ArticleFilter byAuthor(long id) {
        return new ArticleFilter(null, null, new Name.Id(id), null, null, null, PUBLISHED, false, false);
    }

    public static ArticleFilter fromSource(long id) {
        return new ArticleFilter(null, null, null, id, null, null, PUBLISHED, false, false);
    }
}
