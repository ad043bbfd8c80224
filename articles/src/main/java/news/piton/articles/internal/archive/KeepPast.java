package news.piton.articles.internal.archive;

import java.time.Instant;
import news.piton.articles.CorrectionView;
import news.piton.articles.internal.archive.ArchivedArticle.Entry;
import news.piton.articles.internal.archive.ArchivedArticle.Live;
import news.piton.articles.internal.archive.ArchivedArticle.Past;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.EmbargoStore;
import news.piton.articles.internal.store.FeaturedStore;
import news.piton.articles.internal.store.LiveEntry;
import news.piton.articles.internal.store.LiveStore;
import news.piton.core.id.Ids;

/** Writes down what had happened to an article elsewhere, in the transaction that makes it. Nobody is told: it is old news. */
public final class KeepPast {
    private final Ids ids;
    private final EmbargoStore embargoes;
    private final CorrectionStore corrections;
    private final LiveStore live;
    private final FeaturedStore featured;

    public KeepPast(
            Ids ids, EmbargoStore embargoes, CorrectionStore corrections, LiveStore live, FeaturedStore featured) {
        this.ids = ids;
        this.embargoes = embargoes;
        this.corrections = corrections;
        this.live = live;
        this.featured = featured;
    }

    void keep(long article, Past past) {
        Instant embargo = past.embargoUntil();
        if (embargo != null) {
            embargoes.set(article, embargo);
        }
        for (CorrectionView correction : past.corrections()) {
            corrections.add(ids.next(), article, correction);
        }
        Instant since = past.featuredAt();
        if (since != null) {
            featured.begin(article, since);
        }
        Live blog = past.live();
        if (blog != null) {
            keep(article, blog);
        }
    }

    private void keep(long article, Live blog) {
        live.open(article, blog.startedAt());
        for (Entry entry : blog.entries()) {
            String headline = entry.headline() == null ? null : entry.headline().text();
            live.add(new LiveEntry(
                    ids.next(),
                    article,
                    headline,
                    entry.body(),
                    entry.at(),
                    entry.postedBy(),
                    null,
                    null,
                    null,
                    null,
                    1));
        }
        Instant closed = blog.closedAt();
        if (closed != null) {
            live.close(article, closed);
        }
    }
}
