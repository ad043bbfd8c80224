package news.piton.articles.internal.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.articles.internal.search.Excerpt;
import news.piton.articles.internal.store.ArticleParts;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.articles.internal.store.Sight;

/** Answers other modules. */
public final class Newsstand implements Articles {
    private static final int MOST = 1_000;
    private static final int SHORTEST = 20;

    private final ArticleReads reads;

    public Newsstand(ArticleReads reads) {
        this.reads = reads;
    }

    @Override
    public Map<Long, ArticleView> published(Set<Long> ids) {
        return reads.byIds(ids, Sight.READER);
    }

    @Override
    public Optional<ArticleView> published(long id) {
        return reads.byId(id, ArticleParts.VIEW, Sight.READER).map(ReadArticle::view);
    }

    @Override
    public Optional<ArticleView> publishedBySlug(String slug) {
        return reads.bySlug(slug, ArticleParts.VIEW, Sight.READER).map(ReadArticle::view);
    }

    @Override
    public List<ArticleView> publishedBetween(Instant from, Instant to, int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("ask for 1 to 1,000 articles, not " + most);
        }
        return reads.newsBetween(from, to, most);
    }

    @Override
    public Map<Long, ArticleView> any(Set<Long> ids) {
        return reads.byIds(ids, Sight.STAFF);
    }

    @Override
    public Map<Long, String> excerpts(Set<Long> ids, int length) {
        if (length < SHORTEST) {
            throw new IllegalArgumentException("an excerpt of " + length + " characters says nothing");
        }
        // spaces fold, so that more than the length is read; what is cut off in the store is cut at a word here
        Map<Long, String> excerpts = new HashMap<>();
        reads.openings(ids, length * 2).forEach((id, text) -> excerpts.put(id, Excerpt.beginning(text, length)));
        return excerpts;
    }
}
