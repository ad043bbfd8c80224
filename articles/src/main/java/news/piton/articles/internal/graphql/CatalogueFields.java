package news.piton.articles.internal.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.AuthorView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.store.ArticleFilter;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.SectionTree;
import news.piton.articles.internal.store.Sight;
import news.piton.articles.internal.store.TagStore;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Pages;
import news.piton.core.page.Connection;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** Sections, tags, authors and sources, and the articles of each. */
public final class CatalogueFields {
    private final CatalogueStore catalogue;
    private final TagStore tags;
    private final SectionTree tree;
    private final InstantSource clock;
    private final ArticleFields articles;
    private final Loader<SectionView, SectionView> parents;
    private final Loader<SectionView, List<SectionView>> children;

    public CatalogueFields(
            CatalogueStore catalogue, TagStore tags, SectionTree tree, InstantSource clock, ArticleFields articles) {
        this.catalogue = catalogue;
        this.tags = tags;
        this.tree = tree;
        this.clock = clock;
        this.articles = articles;
        this.parents = new Loader<>("articles.parents-of-sections", (keys, caller) -> parents(keys, tree(caller)));
        this.children = new Loader<>("articles.children-of-sections", (keys, caller) -> children(keys, tree(caller)));
    }

    public void contribute(Contribution.Builder to) {
        to.query("sections", this::sections)
                .query("tags", this::tags)
                .field(
                        "Section",
                        "news",
                        env -> LookAhead.<SectionView>source(env).news())
                .field("Section", "parent", this::parent)
                .field("Section", "children", this::children)
                .loader(parents)
                .loader(children)
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

    /** The fields below find parents and children in the local context, read already. */
    private DataFetcherResult<List<SectionView>> sections(DataFetchingEnvironment environment) {
        Boolean nested = environment.getArgument("nested");
        Boolean news = environment.getArgument("news");
        Boolean published = environment.getArgument("published");
        SectionTree.Sections all = tree(Caller.of(environment));
        return DataFetcherResult.<List<SectionView>>newResult()
                .data(all.inOrder().stream()
                        .filter(section ->
                                nested == null || nested == all.parents().containsKey(section.id()))
                        .filter(section -> news == null || news == section.news())
                        .filter(section -> published == null
                                || published == all.published().contains(section.id()))
                        .toList())
                .localContext(all)
                .build();
    }

    /** Whoever may change them sees them as they are, on whichever node. */
    private SectionTree.Sections tree(Caller caller) {
        return LookAhead.sight(caller) == Sight.STAFF ? tree.read() : tree.recent();
    }

    private @Nullable Object parent(DataFetchingEnvironment environment) {
        SectionView section = LookAhead.source(environment);
        return environment.getLocalContext() instanceof SectionTree.Sections all
                ? all.parents().get(section.id())
                : parents.load(environment, section);
    }

    private Object children(DataFetchingEnvironment environment) {
        SectionView section = LookAhead.source(environment);
        return environment.getLocalContext() instanceof SectionTree.Sections all
                ? all.children().getOrDefault(section.id(), List.of())
                : children.load(environment, section);
    }

    private static Map<SectionView, SectionView> parents(Set<SectionView> sections, SectionTree.Sections all) {
        Map<SectionView, SectionView> found = new HashMap<>();
        for (SectionView section : sections) {
            SectionView parent = all.parents().get(section.id());
            if (parent != null) {
                found.put(section, parent);
            }
        }
        return found;
    }

    private static Map<SectionView, List<SectionView>> children(Set<SectionView> sections, SectionTree.Sections all) {
        return sections.stream()
                .collect(Collectors.toMap(
                        section -> section, section -> all.children().getOrDefault(section.id(), List.of())));
    }

    private Connection<TagView> tags(DataFetchingEnvironment environment) {
        String beginning = environment.getArgument("beginning");
        return tags.page(
                Pages.of(environment), beginning == null || beginning.isBlank() ? null : Slug.from(beginning, "tag"));
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
