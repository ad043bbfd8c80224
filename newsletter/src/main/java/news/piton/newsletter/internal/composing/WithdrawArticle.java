package news.piton.newsletter.internal.composing;

import news.piton.articles.ArticleUnpublished;
import news.piton.articles.Articles;
import news.piton.core.outbox.EventHandler;
import news.piton.newsletter.internal.store.HeadlineStore;

/** An article that readers may no longer see vanishes from every issue: from drafts, from mail still to go out, from the web. */
public final class WithdrawArticle implements EventHandler<ArticleUnpublished> {
    private final Articles articles;
    private final HeadlineStore headlines;

    public WithdrawArticle(Articles articles, HeadlineStore headlines) {
        this.articles = articles;
        this.headlines = headlines;
    }

    @Override
    public void handle(ArticleUnpublished event) {
        if (articles.published(event.articleId()).isEmpty()) {
            headlines.withdraw(event.articleId());
        }
    }
}
