package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.BodyParts;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.articles.internal.store.Sight;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Selected;
import org.dataloader.DataLoader;

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
    static BodyParts article(DataFetchingEnvironment environment) {
        return wanted(List.of(Selected.under(environment)));
    }

    /** For a field that is a connection of articles. */
    static BodyParts list(DataFetchingEnvironment environment) {
        Selected connection = Selected.under(environment);
        return wanted(
                List.of(connection.under("nodes"), connection.under("edges").under("node")));
    }

    /** For the field {@code body} itself. */
    static BodyParts body(DataFetchingEnvironment environment) {
        return parts(List.of(Selected.under(environment)));
    }

    private static BodyParts wanted(List<Selected> articles) {
        return any(articles, "body")
                ? parts(articles.stream().map(article -> article.under("body")).toList())
                : BodyParts.NONE;
    }

    private static BodyParts parts(List<Selected> bodies) {
        return new BodyParts(true, any(bodies, "html") || any(bodies, "blocks"), any(bodies, "text"));
    }

    private static boolean any(List<Selected> places, String field) {
        return places.stream().anyMatch(place -> place.has(field));
    }

    /** Hands a body that was read along with its article to the loader, which then need not ask for it. */
    static ArticleView prime(DataFetchingEnvironment environment, ReadArticle article, BodyParts wanted) {
        DataLoader<ArticleLoaders.BodyKey, Body> bodies = environment.getDataLoader(ArticleLoaders.BODIES);
        Body body = article.body();
        if (body != null && bodies != null) {
            bodies.prime(new ArticleLoaders.BodyKey(ArticleLoaders.Key.of(article.view()), wanted), body);
        }
        return article.view();
    }
}
