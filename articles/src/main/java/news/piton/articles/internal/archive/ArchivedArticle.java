package news.piton.articles.internal.archive;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.CorrectionKind;
import news.piton.articles.CorrectionView;
import news.piton.articles.SourceKind;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * An article as another system had it. What it names is made where it does not exist.
 *
 * @param slug the wanted one; another article's gets a number behind it
 * @param state with the time of publication where there is one; a time to come schedules it
 * @param createdAt its place in "newest first" while it is not published
 */
public record ArchivedArticle(
        Headline headline,
        @Nullable Standfirst standfirst,
        Body body,
        Slug slug,
        State state,
        Instant createdAt,
        Instant updatedAt,
        Section section,
        List<Named> tags,
        List<Named> authors,
        @Nullable Agency source,
        @Nullable Picture image,
        Past past) {

    public ArchivedArticle {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
    }

    /**
     * A section, a tag or an author: known by the slug, called by the name where it must be made.
     *
     * @param earlier what addresses of the old site called it, where that is not the slug
     * @param bio about an author who must be made; null for nothing
     */
    public record Named(
            Slug slug,
            String name,
            Set<Slug> earlier,
            @Nullable String bio) {
        public Named {
            earlier = earlier.stream().filter(one -> !one.equals(slug)).collect(Collectors.toUnmodifiableSet());
        }

        public Named(Slug slug, String name) {
            this(slug, name, Set.of(), null);
        }

        /** The same, under what the other one was called as well. */
        public Named and(Named other) {
            return new Named(
                    slug,
                    name,
                    Stream.concat(earlier.stream(), other.earlier.stream()).collect(Collectors.toSet()),
                    bio);
        }
    }

    /** @param above the section that it stood below, which itself stood below none; null for none */
    public record Section(Named named, @Nullable Named above) {
        public Section {
            above = above == null || above.slug().equals(named.slug()) ? null : above;
        }
    }

    /**
     * What has happened to it.
     *
     * @param oldAddresses its permalinks there: addresses or paths, with query; each leads here from now on
     * @param corrections the oldest first
     * @param embargoUntil null for none
     * @param live null when it never was a live blog
     * @param featuredAt since when it was put forward; null when it was not. What has been retracted is not
     */
    public record Past(
            List<String> oldAddresses,
            List<CorrectionView> corrections,
            @Nullable Instant embargoUntil,
            @Nullable Live live,
            @Nullable Instant featuredAt) {
        public Past {
            oldAddresses = List.copyOf(oldAddresses);
            corrections = List.copyOf(corrections);
            boolean retracted =
                    corrections.stream().anyMatch(correction -> correction.kind() == CorrectionKind.RETRACTION);
            featuredAt = retracted ? null : featuredAt;
        }
    }

    /** @param closedAt null while it takes entries */
    public record Live(Instant startedAt, @Nullable Instant closedAt, List<Entry> entries) {
        public Live {
            entries = List.copyOf(entries);
        }
    }

    /** Of a live blog. */
    public record Entry(Instant at, @Nullable Headline headline, Body body, String postedBy) {}

    /** Where the copy came from: known by the name. */
    public record Agency(
            String name, SourceKind kind, @Nullable WebAddress url) {}
}
