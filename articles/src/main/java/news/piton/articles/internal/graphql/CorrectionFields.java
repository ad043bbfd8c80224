package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import news.piton.articles.ArticleView;
import news.piton.articles.CorrectionView;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.Correction;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.PendingRetraction;
import news.piton.articles.internal.store.Sight;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Pages;
import news.piton.core.graphql.Selected;
import news.piton.core.page.Connection;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The notices on articles, and what waits to become one. */
public final class CorrectionFields {
    private final ArticleReads articles;
    private final CorrectionStore corrections;
    private final ArticleLoaders loaders;
    private final Loader<Long, ArticleView> retractedSoon;

    public CorrectionFields(ArticleReads articles, CorrectionStore corrections, ArticleLoaders loaders) {
        this.articles = articles;
        this.corrections = corrections;
        this.loaders = loaders;
        this.retractedSoon = new Loader<>(
                "articles.articles-of-pending-retractions", (ids, caller) -> articles.byIds(ids, Sight.STAFF));
    }

    public void contribute(Contribution.Builder to) {
        to.query("corrections", this::page)
                .query("pendingRetractions", env -> corrections.proposals(Pages.of(env)))
                .field("Article", "corrections", this::ofArticle)
                .field(
                        "Article",
                        "pendingRetraction",
                        env -> loaders.pendingRetractions.load(env, ArticleLoaders.Key.of(LookAhead.source(env))))
                .field(
                        "PendingRetraction",
                        "article",
                        env -> retractedSoon.load(
                                env, LookAhead.<PendingRetraction>source(env).articleId()))
                .field(
                        "CorrectionConnection",
                        "nodes",
                        env -> LookAhead.<Connection<Told>>source(env).nodes().stream()
                                .map(Told::correction)
                                .toList())
                .field("CorrectionEdge", "node", env -> told(env).correction())
                .field("CorrectionEdge", "article", env -> told(env).article())
                .loader(loaders.corrections)
                .loader(loaders.pendingRetractions)
                .loader(retractedSoon);
    }

    /** @param article null where nobody asks for it */
    private record Told(CorrectionView correction, @Nullable ArticleView article) {}

    private static Told told(DataFetchingEnvironment environment) {
        return LookAhead.<Connection.Edge<Told>>source(environment).node();
    }

    /** One statement, and one more where the articles are wanted. What has been unpublished between the two is left out. */
    private Connection<Told> page(DataFetchingEnvironment environment) {
        Connection<Correction> page = corrections.page(Pages.of(environment));
        if (!Selected.under(environment).under("edges").has("article")) {
            return page.map(correction -> new Told(correction.view(), null));
        }
        Set<Long> ids = page.nodes().stream().map(Correction::article).collect(Collectors.toSet());
        Map<Long, ArticleView> known = articles.byIds(ids, Sight.READER);
        List<Connection.Edge<Told>> edges = page.edges().stream()
                .filter(edge -> known.containsKey(edge.node().article()))
                .map(edge -> new Connection.Edge<>(
                        new Told(edge.node().view(), known.get(edge.node().article())), edge.cursor()))
                .toList();
        return new Connection<>(edges, page.pageInfo(), page.count());
    }

    private Object ofArticle(DataFetchingEnvironment environment) {
        List<CorrectionView> along = Along.corrections(environment, LookAhead.source(environment));
        return along != null ? along : load(environment);
    }

    private CompletableFuture<@Nullable List<CorrectionView>> load(DataFetchingEnvironment environment) {
        return loaders.corrections.load(environment, ArticleLoaders.Key.of(LookAhead.source(environment)));
    }
}
