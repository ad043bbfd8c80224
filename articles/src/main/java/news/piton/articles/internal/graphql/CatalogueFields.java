package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import news.piton.articles.AuthorView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.store.ArticleFilter;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** Sections, tags, authors and sources, and the articles of each. */
final class CatalogueFields {
    private final CatalogueStore catalogue;
    private final InstantSource clock;
    private final ArticleFields articles;

    CatalogueFields(CatalogueStore catalogue, InstantSource clock, ArticleFields articles) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.articles = articles;
    }

    void contribute(Contribution.Builder to) {
        to.query("sections", env -> catalogue.sections())
                .query("section", env -> catalogue.section(slug(env)).orElse(null))
                .query(
                        "tag",
                        env -> catalogue
                                .tag(slug(env), LookAhead.sight(Caller.of(env)), clock.instant())
                                .orElse(null))
                .query("authors", env -> catalogue.authors())
                .query(
                        "author",
                        env -> catalogue
                                .author(slug(env), LookAhead.sight(Caller.of(env)), clock.instant())
                                .orElse(null))
                .query("sources", env -> catalogue.sources())
                .query("source", this::source)
                .field(
                        "Section",
                        "articles",
                        env -> articles.list(
                                env,
                                ArticleFilter.inSection(
                                        LookAhead.<SectionView>source(env).id())))
                .field(
                        "Tag",
                        "articles",
                        env -> articles.list(
                                env,
                                ArticleFilter.withTag(
                                        LookAhead.<TagView>source(env).id())))
                .field(
                        "Author",
                        "articles",
                        env -> articles.list(
                                env,
                                ArticleFilter.byAuthor(
                                        LookAhead.<AuthorView>source(env).id())))
                .field(
                        "Source",
                        "articles",
                        env -> articles.list(
                                env,
                                ArticleFilter.fromSource(
                                        LookAhead.<SourceView>source(env).id())))
                .node("Section", new Loader<>("articles.sections", (ids, caller) -> catalogue.sections(ids)))
                .node(
                        "Tag",
                        new Loader<>(
                                "articles.tags",
                                (ids, caller) -> catalogue.tags(ids, LookAhead.sight(caller), clock.instant())))
                .node(
                        "Author",
                        new Loader<>(
                                "articles.authors",
                                (ids, caller) -> catalogue.authors(ids, LookAhead.sight(caller), clock.instant())))
                .node(
                        "Source",
                        new Loader<>(
                                "articles.sources",
                                (ids, caller) -> catalogue.sources(ids, LookAhead.sight(caller), clock.instant())));
    }

    private @Nullable SourceView source(DataFetchingEnvironment environment) {
        long id = Edits.number("Source", argument(environment, "id"));
        return catalogue
                .sources(Set.of(id), LookAhead.sight(Caller.of(environment)), clock.instant())
                .get(id);
    }

    private static String slug(DataFetchingEnvironment environment) {
        return argument(environment, "slug");
    }

    private static String argument(DataFetchingEnvironment environment, String name) {
        return Objects.requireNonNull(environment.<String>getArgument(name));
    }
}
