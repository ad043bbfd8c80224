package news.piton.articles.internal.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.TagView;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.search.Excerpt;
import news.piton.articles.internal.search.FindArticles;
import news.piton.articles.internal.search.SearchFilter;
import news.piton.articles.internal.search.SearchQuery;
import news.piton.articles.internal.store.ArticleFilter;
import news.piton.articles.internal.store.ArticleFilter.Name;
import news.piton.articles.internal.store.ArticleParts;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.articles.internal.store.SectionTree;
import news.piton.articles.internal.store.Sight;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Pages;
import news.piton.core.graphql.Selected;
import news.piton.core.page.Connection;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The search. */
public final class SearchFields {
    private static final int LONGEST = 200;
    /** No section, tag or author has it. */
    private static final long NOBODY = -1;

    private final FindArticles find;
    private final ArticleReads reads;
    private final CorrectionStore corrections;
    private final CatalogueStore catalogue;
    private final SectionTree sections;
    private final InstantSource clock;

    public SearchFields(
            FindArticles find,
            ArticleReads reads,
            CorrectionStore corrections,
            CatalogueStore catalogue,
            SectionTree sections,
            InstantSource clock) {
        this.find = find;
        this.reads = reads;
        this.corrections = corrections;
        this.catalogue = catalogue;
        this.sections = sections;
        this.clock = clock;
    }

    /** A search result. */
    private record Found(ArticleView article, String headlineHtml, String excerpt) {}

    public void contribute(Contribution.Builder to) {
        to.query("searchArticles", this::search)
                .field(
                        "ArticleSearchConnection",
                        "nodes",
                        env -> LookAhead.<Connection<Found>>source(env).nodes().stream()
                                .map(Found::article)
                                .toList())
                .field("ArticleSearchEdge", "node", env -> found(env).article())
                .field("ArticleSearchEdge", "headlineHtml", env -> found(env).headlineHtml())
                .field("ArticleSearchEdge", "excerpt", env -> found(env).excerpt());
    }

    private static Found found(DataFetchingEnvironment environment) {
        return LookAhead.<Connection.Edge<Found>>source(environment).node();
    }

    private DataFetcherResult<Connection<Found>> search(DataFetchingEnvironment environment) {
        String text = environment.getArgumentOrDefault("text", "");
        if (text.isBlank() || text.length() > LONGEST) {
            throw Fault.badRequest("Search for a text of 1 to " + LONGEST + " characters.");
        }
        SearchQuery query = SearchQuery.parse(text);
        FindArticles.Order order = FindArticles.Order.valueOf(environment.getArgumentOrDefault("order", "RELEVANCE"));
        Along.Wanted asked = LookAhead.list(environment);
        boolean excerpts = Selected.under(environment).under("edges").has("excerpt");
        ArticleParts parts = excerpts ? asked.article().withText() : asked.article();
        Connection<ReadArticle> hits = find.find(query, filter(environment), order, Pages.of(environment), parts);
        Along along =
                Along.with(hits.nodes(), asked.and(new Along.Wanted(parts, false, false, false)), reads, corrections);
        return along.under(hits.map(article -> {
            Body body = article.body();
            return new Found(
                    article.view(),
                    Excerpt.whole(article.view().headline(), query),
                    excerpts && body != null ? Excerpt.marked(body.text(), query) : "");
        }));
    }

    private SearchFilter filter(DataFetchingEnvironment environment) {
        ArticleFilter given = ArticleFields.filter(environment, false);
        if (!given.statuses().equals(ArticleFilter.PUBLISHED)) {
            throw Fault.badRequest("Only published articles are searched; leave `statuses` out.");
        }
        if (given.featured()) {
            throw Fault.badRequest(
                    "What is featured is few enough to be listed: ask `articles`, and leave `featured` out.");
        }
        return new SearchFilter(
                sections(given),
                given.tag() instanceof Name.Slug(String slug)
                        ? id(catalogue.tag(slug, Sight.STAFF, clock.instant()).map(TagView::id))
                        : null,
                given.author() instanceof Name.Slug(String slug)
                        ? id(catalogue
                                .author(slug, Sight.STAFF, clock.instant())
                                .map(AuthorView::id))
                        : null,
                given.source(),
                given.from(),
                given.before());
    }

    private @Nullable List<Long> sections(ArticleFilter given) {
        List<Long> wanted = given.section() instanceof Name.Slug(String slug) ? sections.ids(slug) : null;
        if (!given.news()) {
            return wanted;
        }
        List<Long> news = sections.news();
        return wanted == null ? news : wanted.stream().filter(news::contains).toList();
    }

    private static Long id(Optional<Long> found) {
        return Objects.requireNonNull(found.orElse(NOBODY));
    }
}
