package news.piton.articles.internal.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article as those who change it see it; its text, tags and authors are kept beside it. */
public record Article(
        long id,
        Slug slug,
        Headline headline,
        @Nullable Standfirst standfirst,
        State state,
        long section,
        @Nullable Long source,
        @Nullable Long image,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** Where it stands in "newest first": by publication, or by when it was begun while that is unknown. */
    public Instant listedAt() {
        Instant published = state.publishedAt();
        return published == null ? createdAt : published;
    }

    /** The next version, in another state. */
    public Article in(State next, Instant now) {
        return new Article(id, slug, headline, standfirst, next, section, source, image, createdAt, now, version + 1);
    }
}
