package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.store.EmbargoStore;
import news.piton.articles.internal.store.EmbargoStore.Plans;
import news.piton.articles.internal.store.HistoryStore;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Pages;
import news.piton.core.graphql.Selected;
import news.piton.core.page.Connection;
import news.piton.core.page.PageRequest;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** What staff see of an article's way: its history and what is planned. The SDL asks for WRITE_ARTICLES. */
public final class PublishingFields {
    private final Loader<Asked, Connection<Step>> histories;
    private final Loader<ArticleLoaders.Key, Plans> plans;

    private PublishingFields(HistoryStore history, EmbargoStore embargoes) {
        histories = new Loader<>("articles.histories", (asked, caller) -> histories(asked, history));
        plans = new Loader<>("articles.plans", (keys, caller) -> {
            Map<Long, Plans> found = embargoes.plans(
                    keys.stream().map(ArticleLoaders.Key::article).collect(Collectors.toSet()));
            return keys.stream()
                    .filter(key -> found.containsKey(key.article()))
                    .collect(Collectors.toMap(key -> key, key -> found.get(key.article())));
        });
    }

    public static void contribute(Contribution.Builder to, HistoryStore history, EmbargoStore embargoes) {
        PublishingFields fields = new PublishingFields(history, embargoes);
        to.field("Article", "history", fields::history)
                .field("Article", "unpublishAt", env -> fields.plan(env, Plans::unpublishAt))
                .field("Article", "embargoUntil", env -> fields.plan(env, Plans::embargoUntil))
                .field("ArticleTransition", "by", env -> {
                    Step.Actor by = LookAhead.<Step>source(env).by();
                    return by == null ? null : by.name();
                })
                .field("ArticleTransition", "lateBy", env -> {
                    var late = LookAhead.<Step>source(env).lateBy();
                    return late == null ? null : late.toMillis() / 1000.0;
                })
                .loader(fields.histories)
                .loader(fields.plans);
    }

    /** A page of one article's history; the version lets a change within an operation be seen. */
    private record Asked(ArticleLoaders.Key article, PageRequest page, boolean counted) {
        HistoryStore.Request request() {
            return new HistoryStore.Request(article.article(), page, counted);
        }
    }

    private static Map<Asked, Connection<Step>> histories(Set<Asked> asked, HistoryStore history) {
        Map<HistoryStore.Request, Connection<Step>> found =
                history.pages(asked.stream().map(Asked::request).collect(Collectors.toSet()));
        Map<Asked, Connection<Step>> pages = new HashMap<>();
        asked.forEach(each -> pages.put(each, found.getOrDefault(each.request(), Connection.empty())));
        return pages;
    }

    private CompletableFuture<@Nullable Connection<Step>> history(DataFetchingEnvironment environment) {
        ArticleView article = LookAhead.source(environment);
        boolean counted = Selected.under(environment).has("totalCount");
        return histories.load(environment, new Asked(ArticleLoaders.Key.of(article), Pages.of(environment), counted));
    }

    private CompletableFuture<@Nullable Instant> plan(
            DataFetchingEnvironment environment, Function<Plans, @Nullable Instant> which) {
        ArticleView article = LookAhead.source(environment);
        return plans.load(environment, ArticleLoaders.Key.of(article))
                .thenApply(found -> found == null ? null : which.apply(found));
    }
}
