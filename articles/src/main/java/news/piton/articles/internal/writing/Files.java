package news.piton.articles.internal.writing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.PartStore;
import news.piton.articles.internal.store.RevisionStore;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** Keeps the next version of an article, and the addresses of the ones before. In the caller's transaction. */
public final class Files {
    private final ArticleStore articles;
    private final PartStore parts;
    private final RevisionStore revisions;
    private final Permalinks permalinks;

    public Files(ArticleStore articles, PartStore parts, RevisionStore revisions, Permalinks permalinks) {
        this.articles = articles;
        this.parts = parts;
        this.revisions = revisions;
        this.permalinks = permalinks;
    }

    /** What of an article's parts is new; null stays as it is. */
    record Parts(
            @Nullable Body body,
            @Nullable List<Long> tags,
            @Nullable List<Long> authors,
            @Nullable Picture picture) {
        static final Parts NONE = new Parts(null, null, null, null);
    }

    /**
     * What the article was before stays among its revisions.
     *
     * @return SLUG_TAKEN when another article has the slug
     */
    Optional<UserError> replace(Article before, Article after, Parts changed, Instant now) {
        revisions.keepBaseline(before.id());
        Long image = after.image();
        if (changed.picture != null && image != null) {
            parts.writePicture(image, changed.picture);
        }
        if (!articles.update(after)) {
            return Optional.of(Filing.taken(after.slug(), articles.free(after.slug())));
        }
        if (image == null && before.image() != null) {
            parts.dropPicture(before.image());
        }
        keepAddress(before, after, now);
        if (changed.body != null) {
            parts.writeBody(after.id(), changed.body);
        }
        if (changed.tags != null) {
            parts.tag(after, changed.tags);
        }
        if (changed.authors != null) {
            parts.sign(after, changed.authors);
        }
        return Optional.empty();
    }

    private void keepAddress(Article before, Article after, Instant now) {
        Instant published = before.state().publishedAt();
        if (published == null || published.isAfter(now)) {
            return;
        }
        String old = permalinks.path(before.id(), before.slug().text(), published);
        if (!old.equals(
                permalinks.path(after.id(), after.slug().text(), after.state().publishedAt()))) {
            parts.leaveAddress(old, after.id());
        }
    }
}
