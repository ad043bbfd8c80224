package news.piton.articles.internal.store;

import java.time.Instant;
import java.util.Objects;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a live blog.
 *
 * @param at the time that it tells of, which orders it
 * @param postedBy the name of who posted it
 * @param editedAt when it was last changed; null if never
 * @param editedBy by whom; null if never
 * @param removedAt when it was taken away: the newsroom alone sees it since then; null while readers see it
 * @param removedBy by whom
 */
public record LiveEntry(
        long id,
        long articleId,
        @Nullable String headline,
        Body body,
        Instant at,
        String postedBy,
        @Nullable Instant editedAt,
        @Nullable String editedBy,
        @Nullable Instant removedAt,
        @Nullable String removedBy,
        int version) {

    public boolean removed() {
        return removedAt != null;
    }

    /** Whether both tell readers the same. */
    public boolean says(LiveEntry other) {
        return Objects.equals(headline, other.headline) && body.equals(other.body) && at.equals(other.at);
    }

    /** The next version. */
    public LiveEntry edited(@Nullable Headline title, Body text, Instant time, String who, Instant now) {
        return new LiveEntry(
                id,
                articleId,
                title == null ? null : title.text(),
                text,
                time,
                postedBy,
                now,
                who,
                removedAt,
                removedBy,
                version + 1);
    }

    /** The next version, which nobody sees any more but the newsroom. */
    public LiveEntry removed(String who, Instant now) {
        return shown(now, who);
    }

    /** The next version, which stands where it stood. */
    public LiveEntry restored() {
        return shown(null, null);
    }

    private LiveEntry shown(@Nullable Instant away, @Nullable String who) {
        return new LiveEntry(id, articleId, headline, body, at, postedBy, editedAt, editedBy, away, who, version + 1);
    }
}
