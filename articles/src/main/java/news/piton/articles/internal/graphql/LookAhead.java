package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.articles.internal.store.Sight;
import news.piton.articles.internal.store.Wanted;
import news.piton.core.graphql.Caller;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Reads from an operation what of an article will be asked for, so that it comes in the article's own statement. */
final class LookAhead {
    private static final List<String> ARTICLE = List.of("");
    private static final List<String> LIST = List.of("nodes/", "edges/node/");

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
        return wanted(environment.getSelectionSet(), ARTICLE);
    }

    /** For a field that is a connection of articles. */
    static Wanted list(DataFetchingEnvironment environment) {
        return wanted(environment.getSelectionSet(), LIST);
    }

    /** For the field {@code body} itself. */
    static Wanted.BodyParts body(DataFetchingEnvironment environment) {
        return parts(environment.getSelectionSet(), ARTICLE, "");
    }

    private static Wanted wanted(DataFetchingFieldSelectionSet selected, List<String> ways) {
        return new Wanted(
                any(selected, ways, "body") ? parts(selected, ways, "body/") : Wanted.BodyParts.NONE,
                any(selected, ways, "tags"),
                any(selected, ways, "authors"));
    }

    private static Wanted.BodyParts parts(DataFetchingFieldSelectionSet selected, List<String> ways, String body) {
        return new Wanted.BodyParts(
                true,
                Stream.of("html", "blocks").anyMatch(field -> any(selected, ways, body + field)),
                any(selected, ways, body + "text"));
    }

    private static boolean any(DataFetchingFieldSelectionSet selected, List<String> ways, String field) {
        return ways.stream().anyMatch(way -> selected.contains(way + field));
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
