package news.piton.articles.internal.writing;

import news.piton.articles.ArticleView;
import news.piton.articles.internal.store.ArticleParts;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.Sight;
import news.piton.core.fault.Outcome;

/** Shows an article as a use case left it. */
public final class Views {
    private final ArticleReads reads;

    public Views(ArticleReads reads) {
        this.reads = reads;
    }

    Outcome<ArticleView> of(Outcome<Long> changed) {
        return changed.map(id ->
                reads.byId(id, ArticleParts.VIEW, Sight.STAFF).orElseThrow().view());
    }

    public Outcome<ArticleView> of(long id) {
        return of(Outcome.done(id));
    }
}
