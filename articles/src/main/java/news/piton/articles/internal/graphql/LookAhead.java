package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.internal.store.ArticleParts;
import news.piton.articles.internal.store.BodyParts;
import news.piton.articles.internal.store.Sight;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Selected;

/** Reads from an operation what of an article will be asked for, so that it is read along with it. */
final class LookAhead {
    /** What this module answers without looking at an article's image or source; a field of another module may. */
    private static final Set<String> OWN = Set.of(
            "__typename",
            "id",
            "slug",
            "url",
            "headline",
            "standfirst",
            "status",
            "publishedAt",
            "updatedAt",
            "version",
            "section",
            "image",
            "source",
            "body",
            "tags",
            "authors",
            "history",
            "unpublishAt",
            "embargoUntil",
            "featured",
            "publishChecks",
            "revisions",
            "pendingRevision",
            "currentRevision",
            "diff",
            "corrections",
            "live",
            "retracted",
            "pendingRetraction",
            "liveBlog",
            "related");

    private static final Set<String> BADGES = Set.of("live", "retracted", "liveBlog", "corrections");

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
    static Along.Wanted article(DataFetchingEnvironment environment) {
        return wanted(List.of(Selected.under(environment)));
    }

    /** For a field that is a connection of articles. */
    static Along.Wanted list(DataFetchingEnvironment environment) {
        Selected connection = Selected.under(environment);
        return wanted(
                List.of(connection.under("nodes"), connection.under("edges").under("node")));
    }

    /** For the field {@code body} itself. */
    static BodyParts body(DataFetchingEnvironment environment) {
        return parts(List.of(Selected.under(environment)));
    }

    private static Along.Wanted wanted(List<Selected> articles) {
        BodyParts body = any(articles, "body")
                ? parts(articles.stream().map(article -> article.under("body")).toList())
                : BodyParts.NONE;
        boolean foreign = articles.stream().anyMatch(article -> !OWN.containsAll(article.names()));
        return new Along.Wanted(
                new ArticleParts(
                        body,
                        foreign || any(articles, "image"),
                        foreign || any(articles, "source"),
                        foreign || BADGES.stream().anyMatch(badge -> any(articles, badge))),
                any(articles, "tags"),
                any(articles, "authors"),
                any(articles, "corrections"));
    }

    private static BodyParts parts(List<Selected> bodies) {
        return new BodyParts(
                true, any(bodies, "html") || any(bodies, "blocks") || any(bodies, "images"), any(bodies, "text"));
    }

    private static boolean any(List<Selected> places, String field) {
        return places.stream().anyMatch(place -> place.has(field));
    }
}
