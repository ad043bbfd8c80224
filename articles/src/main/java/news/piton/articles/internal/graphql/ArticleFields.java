package news.piton.articles.internal.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticlePublished;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleUpdated;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.TagView;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ArticleFilter;
import news.piton.articles.internal.store.ArticleList;
import news.piton.articles.internal.store.ArticleParts;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.BodyParts;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.articles.internal.store.RelatedReads;
import news.piton.articles.internal.store.SectionTree;
import news.piton.articles.internal.store.Sight;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Pages;
import news.piton.core.graphql.Selected;
import news.piton.core.id.GlobalId;
import news.piton.core.page.Connection;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The queries that give articles, and what an article shows. */
public final class ArticleFields {
    private static final int MOST_RELATED = 20;
    /** What a filter may name, beside statuses, news and featured. */
    private static final List<String> NARROWING =
            List.of("section", "tag", "author", "source", "publishedAfter", "publishedBefore");

    private final ArticleReads reads;
    private final CorrectionStore corrections;
    private final SectionTree sections;
    private final ArticleLoaders loaders;

    public ArticleFields(
            ArticleReads reads, CorrectionStore corrections, SectionTree sections, ArticleLoaders loaders) {
        this.reads = reads;
        this.corrections = corrections;
        this.sections = sections;
        this.loaders = loaders;
    }

    public void contribute(Contribution.Builder to) {
        to.query("article", this::article)
                .query("articles", this::articles)
                .field("Article", "body", this::body)
                .field("Article", "tags", this::tags)
                .field("Article", "authors", this::authors)
                .field("Article", "related", this::related)
                .field(
                        "ArticleBody",
                        "blocks",
                        env -> LookAhead.<Body>source(env).blocks())
                .field(
                        "ArticleBody",
                        "readingMinutes",
                        env -> LookAhead.<Body>source(env).readingMinutes())
                .subscription(
                        "articlePublished",
                        ArticlePublished.TYPE,
                        (event, arguments, caller) -> shown(event.articleId(), arguments))
                .subscription(
                        "articleUpdated",
                        ArticleUpdated.TYPE,
                        (event, arguments, caller) -> shown(event.articleId(), arguments))
                .node(
                        "Article",
                        new Loader<>("articles.articles", (ids, caller) -> reads.byIds(ids, LookAhead.sight(caller))))
                .loader(loaders.bodies)
                .loader(loaders.tags)
                .loader(loaders.authors)
                .loader(loaders.lists)
                .loader(loaders.related);
    }

    private static ArticleLoaders.Key key(DataFetchingEnvironment environment) {
        return ArticleLoaders.Key.of(LookAhead.source(environment));
    }

    private @Nullable DataFetcherResult<ArticleView> article(DataFetchingEnvironment environment) {
        String id = environment.getArgument("id");
        String slug = environment.getArgument("slug");
        String path = environment.getArgument("path");
        if (Stream.of(id, slug, path).filter(Objects::nonNull).count() != 1) {
            throw Fault.badRequest("Name the article by exactly one of `id`, `slug` and `path`.");
        }
        Along.Wanted wanted = LookAhead.article(environment);
        Sight sight = LookAhead.sight(Caller.of(environment));
        Optional<ReadArticle> found = Optional.empty();
        if (slug != null) {
            found = reads.bySlug(slug, wanted.article(), sight);
        } else if (path != null) {
            found = reads.byPath(path, wanted.article(), sight);
        } else if (id != null) {
            found = reads.byId(Edits.number("Article", id), wanted.article(), sight);
        }
        return found.map(article ->
                        Along.with(List.of(article), wanted, reads, corrections).under(article.view()))
                .orElse(null);
    }

    private CompletableFuture<DataFetcherResult<Connection<ArticleView>>> articles(
            DataFetchingEnvironment environment) {
        return list(environment, filter(environment, true));
    }

    /** A page of a list, together with all others that the operation asks for at this level. */
    CompletableFuture<DataFetcherResult<Connection<ArticleView>>> list(
            DataFetchingEnvironment environment, ArticleFilter filter) {
        Along.Wanted wanted = LookAhead.list(environment);
        boolean counted = Selected.under(environment).has("totalCount");
        ArticleList list = new ArticleList(filter, Pages.of(environment), wanted.article(), counted);
        return loaders.lists
                .load(environment, new ArticleLoaders.Asked(list, wanted))
                .thenApply(found -> found == null ? ArticleLoaders.Page.EMPTY : found)
                .thenApply(page -> page.along().under(page.articles()));
    }

    /** @param river whether a list without a filter is news only */
    static ArticleFilter filter(DataFetchingEnvironment environment, boolean river) {
        Map<String, Object> given =
                Objects.requireNonNullElse(environment.<Map<String, Object>>getArgument("filter"), Map.of());
        String source = (String) given.get("source");
        Set<ArticleStatus> statuses = statuses(given.get("statuses"), Caller.of(environment));
        boolean featured = Boolean.TRUE.equals(given.get("featured"));
        boolean bare = statuses.equals(ArticleFilter.PUBLISHED)
                && !featured
                && NARROWING.stream().noneMatch(name -> given.get(name) != null);
        return new ArticleFilter(
                name(given.get("section")),
                name(given.get("tag")),
                name(given.get("author")),
                source == null ? null : GlobalId.number("Source", source).orElse(0),
                (java.time.Instant) given.get("publishedAfter"),
                (java.time.Instant) given.get("publishedBefore"),
                statuses,
                given.get("news") instanceof Boolean news ? news : river && bare,
                featured);
    }

    private static ArticleFilter.@Nullable Name name(@Nullable Object slug) {
        return slug == null ? null : new ArticleFilter.Name.Slug((String) slug);
    }

    private static Set<ArticleStatus> statuses(@Nullable Object given, Caller caller) {
        if (!(given instanceof List<?> names) || names.isEmpty()) {
            return ArticleFilter.PUBLISHED;
        }
        Set<ArticleStatus> statuses =
                names.stream().map(String::valueOf).map(ArticleStatus::valueOf).collect(Collectors.toSet());
        if (!statuses.equals(ArticleFilter.PUBLISHED)) {
            caller.require(ArticlePermissions.WRITE_ARTICLES);
        }
        return statuses;
    }

    private Object body(DataFetchingEnvironment environment) {
        BodyParts parts = LookAhead.body(environment);
        ArticleView article = LookAhead.source(environment);
        Body body = Along.body(environment, article, parts);
        if (body != null) {
            return body;
        }
        boolean readable =
                article.status() == ArticleStatus.PUBLISHED || LookAhead.sight(Caller.of(environment)) == Sight.STAFF;
        return readable
                ? loaders.bodies.load(environment, new ArticleLoaders.BodyKey(key(environment), parts))
                : Body.NONE;
    }

    private Object tags(DataFetchingEnvironment environment) {
        List<TagView> tags = Along.tags(environment, LookAhead.source(environment));
        return tags != null ? tags : loaders.tags.load(environment, key(environment));
    }

    private Object authors(DataFetchingEnvironment environment) {
        List<AuthorView> authors = Along.authors(environment, LookAhead.source(environment));
        return authors != null ? authors : loaders.authors.load(environment, key(environment));
    }

    private CompletableFuture<@Nullable List<ArticleView>> related(DataFetchingEnvironment environment) {
        int most = environment.getArgumentOrDefault("first", 5);
        if (most < 1 || most > MOST_RELATED) {
            throw Fault.badRequest("`first` must be between 1 and " + MOST_RELATED + ", not " + most + ".");
        }
        return loaders.related.load(environment, RelatedReads.Request.of(LookAhead.source(environment), most));
    }

    private @Nullable Object shown(long id, Map<String, Object> arguments) {
        Object section = arguments.get("section");
        return reads.byId(id, ArticleParts.VIEW, Sight.READER)
                .map(ReadArticle::view)
                .filter(article -> section == null || sections.holds(section.toString(), article.section()))
                .orElse(null);
    }
}
