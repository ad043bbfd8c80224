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

    /** Whether a change of its text may not reach readers at once, or at the time that is set, before an editor approves. */
    public boolean awaitsApproval(Instant now) {
        return switch (state.status(now)) {
            case PUBLISHED, SCHEDULED -> true;
            case DRAFT, IN_REVIEW, UNPUBLISHED -> false;
        };
    }

    /** The next version, in another state. */
    public Article in(State next, Instant now) {
        return with(next, now, version + 1);
    }

    /** The next version with other plans, of which readers notice nothing: the time of the last change stays. */
    public Article planned(State next) {
        return with(next, updatedAt, version + 1);
    }

    /** The same version as time alone has made it: nobody has changed it, and whoever edits it meets no conflict. */
    public Article settled(Instant now) {
        return with(state.settled(now), updatedAt, version);
    }

    private Article with(State next, Instant changed, int number) {
        return new Article(id, slug, headline, standfirst, next, section, source, image, createdAt, changed, number);
    }

    /** With another text, which is no version of its own yet. */
    public Article with(
            Slug address,
            Headline title,
            @Nullable Standfirst first,
            long inSection,
            @Nullable Long from,
            @Nullable Long picture) {
        return new Article(id, address, title, first, state, inSection, from, picture, createdAt, updatedAt, version);
    }
}
