package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import news.piton.articles.ArticleFeatured;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.store.ArticleParts;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.FeaturedStore;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.articles.internal.store.Sight;
import news.piton.core.graphql.Loader;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** What everybody sees of the editors' choice; {@link PublishingMutations} make it, and lists take it as a filter. */
public final class FeaturingFields {
    private final ArticleReads reads;
    private final FeaturedStore featured;
    private final Loader<ArticleLoaders.Key, Instant> since;

    public FeaturingFields(ArticleReads reads, FeaturedStore featured) {
        this.reads = reads;
        this.featured = featured;
        this.since = new Loader<>("articles.featured", (keys, caller) -> since(keys));
    }

    public void contribute(Contribution.Builder to) {
        to.field("Article", "featured", this::featured)
                .loader(since)
                .subscription(
                        "articleFeatured",
                        ArticleFeatured.TYPE,
                        (event, arguments, caller) -> shown(event.articleId()));
    }

    private CompletableFuture<Boolean> featured(DataFetchingEnvironment environment) {
        ArticleView article = LookAhead.source(environment);
        return since.load(environment, ArticleLoaders.Key.of(article)).thenApply(found -> found != null);
    }

    private Map<ArticleLoaders.Key, Instant> since(Set<ArticleLoaders.Key> keys) {
        Map<Long, Instant> found =
                featured.since(keys.stream().map(ArticleLoaders.Key::article).collect(Collectors.toSet()));
        return keys.stream()
                .filter(key -> found.containsKey(key.article()))
                .collect(Collectors.toMap(key -> key, key -> found.get(key.article())));
    }

    private @Nullable Object shown(long id) {
        return reads.byId(id, ArticleParts.VIEW, Sight.READER)
                .map(ReadArticle::view)
                .orElse(null);
    }
}
