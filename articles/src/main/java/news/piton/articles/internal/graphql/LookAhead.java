package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.articles.internal.store.Sight;
import news.piton.articles.internal.store.Wanted;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Selected;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Reads from an operation what of an article will be asked for, so that it comes in the article's own statement. */
final class LookAhead {
    private LookAhead() {}

    /** Whose eyes the answer is for. */
    static Sight sight(Caller caller) {
        return caller.may(ArticlePermissions.WRITE_ARTICLES) ? Sight.STAFF : Sight.READER;
    }

    /** The object whose field is asked for; there always is one below the roots. */
    static <T> T source(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<T>getSource());
    }

    /** For a field that is one article. */
    static Wanted article(DataFetchingEnvironment environment) {
        return wanted(List.of(Selected.under(environment)));
    }

    /** For a field that is a connection of articles. */
    static Wanted list(DataFetchingEnvironment environment) {
        Selected connection = Selected.under(environment);
        return wanted(
                List.of(connection.under("nodes"), connection.under("edges").under("node")));
    }

    /** For the field {@code body} itself. */
    static Wanted.BodyParts body(DataFetchingEnvironment environment) {
        return parts(List.of(Selected.under(environment)));
    }

    private static Wanted wanted(List<Selected> articles) {
        return new Wanted(
                any(articles, "body")
                        ? parts(articles.stream()
                                .map(article -> article.under("body"))
                                .toList())
                        : Wanted.BodyParts.NONE,
                any(articles, "tags"),
                any(articles, "authors"));
    }

    private static Wanted.BodyParts parts(List<Selected> bodies) {
        return new Wanted.BodyParts(true, any(bodies, "html") || any(bodies, "blocks"), any(bodies, "text"));
    }

    private static boolean any(List<Selected> places, String field) {
        return places.stream().anyMatch(place -> place.has(field));
    }

    /** Hands what was read along with an article to the loaders, which then need not ask for it. */
    static ArticleView prime(DataFetchingEnvironment environment, ReadArticle article, Wanted wanted) {
        ArticleView view = article.view();
        ArticleLoaders.Key key = ArticleLoaders.Key.of(view);
        prime(environment, ArticleLoaders.BODIES, new ArticleLoaders.BodyKey(key, wanted.body()), article.body());
        prime(environment, ArticleLoaders.TAGS, key, article.tags());
        prime(environment, ArticleLoaders.AUTHORS, key, article.authors());
        return view;
    }

    private static void prime(DataFetchingEnvironment environment, String loader, Object key, @Nullable Object value) {
        DataLoader<Object, Object> found = environment.getDataLoader(loader);
        if (value != null && found != null) {
            found.prime(key, value);
        }
    }
}
