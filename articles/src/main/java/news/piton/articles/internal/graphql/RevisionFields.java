package news.piton.articles.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.RevisionAction;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.reading.RevisionTexts;
import news.piton.articles.internal.revising.ArticleText;
import news.piton.articles.internal.revising.Compare;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.revising.RevisionDiff;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.RevisionReads;
import news.piton.articles.internal.store.RevisionReads.Asked;
import news.piton.articles.internal.store.RevisionReads.At;
import news.piton.articles.internal.store.Sight;
import news.piton.articles.internal.writing.ShowConflict.EditConflict;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Pages;
import news.piton.core.graphql.Selected;
import news.piton.core.page.Connection;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** What staff see of an article's revisions. Whoever was given a revision may see all of it. */
public final class RevisionFields {
    private static final Set<RevisionAction> DECISIONS = Set.of(RevisionAction.APPROVED, RevisionAction.DISCARDED);

    private final RevisionReads revisions;
    private final RevisionTexts texts;
    private final Loader<Long, Revision> nodes;
    private final Loader<ArticleLoaders.Key, Revision> pending;
    private final Loader<ArticleLoaders.Key, Revision> current;
    private final Loader<Asked, Connection<Revision>> pages;
    private final Loader<Span, RevisionDiff> diffs;
    private final Loader<Long, Body> bodies;
    private final Loader<Long, ArticleView> articles;
    private final Loader<Long, SectionView> sections;
    private final Loader<Long, AuthorView> authors;
    private final Loader<Long, SourceView> sources;

    public RevisionFields(RevisionReads revisions, RevisionTexts texts, ArticleReads reads, CatalogueStore catalogue) {
        this.revisions = revisions;
        this.texts = texts;
        nodes = new Loader<>(
                "articles.revisions",
                (ids, caller) -> caller.may(ArticlePermissions.WRITE_ARTICLES) ? revisions.byIds(ids) : Map.of());
        pending =
                new Loader<>("articles.pending-revisions", (keys, caller) -> byKey(keys, revisions.pending(ids(keys))));
        current =
                new Loader<>("articles.current-revisions", (keys, caller) -> byKey(keys, revisions.current(ids(keys))));
        pages = new Loader<>("articles.revisions-of-articles", (asked, caller) -> revisions.pages(asked));
        diffs = new Loader<>("articles.revision-diffs", (spans, caller) -> diffs(spans));
        bodies = new Loader<>("articles.revision-bodies", (places, caller) -> revisions.bodies(places));
        articles = new Loader<>("articles.revised-articles", (ids, caller) -> reads.byIds(ids, Sight.STAFF));
        sections = new Loader<>("articles.revision-sections", (ids, caller) -> catalogue.sections(ids));
        authors = new Loader<>("articles.revision-authors", (ids, caller) -> catalogue.authors(ids));
        sources = new Loader<>("articles.revision-sources", (ids, caller) -> catalogue.sources(ids));
    }

    /** From one version of an article to another. */
    private record Span(At from, At to) {}

    public void contribute(Contribution.Builder to) {
        to.query("pendingRevisions", env -> revisions.waiting(Pages.of(env)))
                .field("Article", "revisions", this::page)
                .field("Article", "pendingRevision", env -> pending.load(env, key(env)))
                .field("Article", "currentRevision", env -> current.load(env, key(env)))
                .field("Article", "diff", this::diff)
                .field(
                        "Revision",
                        "article",
                        env -> articles.load(env, revision(env).article()))
                .field("Revision", "body", env -> bodies.load(env, revision(env).body()))
                .field(
                        "Revision",
                        "section",
                        env -> sections.load(env, revision(env).section()))
                .field(
                        "Revision",
                        "authors",
                        env -> authors.loadMany(env, revision(env).authors())
                                .thenApply(found -> found.stream()
                                        .flatMap(Stream::ofNullable)
                                        .toList()))
                .field("Revision", "source", this::source)
                .field("Revision", "restoredFrom", env -> of(env, false))
                .field("Revision", "settles", env -> of(env, true))
                .field(
                        "RevisionImage",
                        "url",
                        env -> LookAhead.<Picture>source(env).url().uri())
                .field("EditConflict", "yours", env -> yours(LookAhead.source(env)))
                .field("EditConflict", "diff", env -> diff(LookAhead.<EditConflict>source(env)))
                .field("EditConflict", "theirs", env -> theirs(LookAhead.source(env)))
                .node("Revision", nodes);
        Stream.of(pending, current, pages, diffs, bodies, articles, sections, authors, sources)
                .forEach(to::loader);
    }

    private static Revision revision(DataFetchingEnvironment environment) {
        return LookAhead.source(environment);
    }

    private static ArticleLoaders.Key key(DataFetchingEnvironment environment) {
        return ArticleLoaders.Key.of(LookAhead.source(environment));
    }

    private static Set<Long> ids(Set<ArticleLoaders.Key> keys) {
        return keys.stream().map(ArticleLoaders.Key::article).collect(Collectors.toSet());
    }

    private static Map<ArticleLoaders.Key, Revision> byKey(
            Set<ArticleLoaders.Key> keys, Map<Long, Revision> byArticle) {
        return keys.stream()
                .filter(key -> byArticle.containsKey(key.article()))
                .collect(Collectors.toMap(key -> key, key -> byArticle.get(key.article())));
    }

    private Object page(DataFetchingEnvironment environment) {
        ArticleView article = LookAhead.source(environment);
        return pages.load(
                environment,
                new Asked(
                        article.id(),
                        article.version(),
                        Pages.of(environment),
                        Selected.under(environment).has("totalCount")));
    }

    private @Nullable Object source(DataFetchingEnvironment environment) {
        Long source = revision(environment).source();
        return source == null ? null : sources.load(environment, source);
    }

    private @Nullable Object of(DataFetchingEnvironment environment, boolean decision) {
        Revision revision = revision(environment);
        Long other = revision.of();
        return other == null || DECISIONS.contains(revision.action()) != decision
                ? null
                : nodes.load(environment, other);
    }

    private CompletableFuture<@Nullable RevisionDiff> diff(DataFetchingEnvironment environment) {
        ArticleView article = LookAhead.source(environment);
        return diffs.load(
                environment, new Span(version(environment, article, "from"), version(environment, article, "to")));
    }

    private static At version(DataFetchingEnvironment environment, ArticleView article, String argument) {
        int version = environment.getArgumentOrDefault(argument, 0);
        if (version < 1 || version > article.version()) {
            throw Fault.badRequest("`" + argument + "` is a version of the article, from 1 to " + article.version()
                    + ", not " + version + ".");
        }
        return new At(article.id(), version);
    }

    private Map<Span, RevisionDiff> diffs(Collection<Span> spans) {
        Map<At, Revision> found = revisions.asOf(
                spans.stream().flatMap(span -> Stream.of(span.from, span.to)).collect(Collectors.toSet()));
        Map<Long, ArticleText> said = texts.of(Set.copyOf(found.values()));
        Map<Span, RevisionDiff> diffs = new HashMap<>();
        for (Span span : spans) {
            Revision from = found.get(span.from);
            Revision to = found.get(span.to);
            ArticleText before = from == null ? null : said.get(from.id());
            ArticleText after = to == null ? null : said.get(to.id());
            if (before != null && after != null) {
                diffs.put(span, Compare.compare(before, after));
            }
        }
        return diffs;
    }

    private @Nullable ArticleText yours(EditConflict conflict) {
        return conflict.yours() == null ? null : texts.named(conflict.yours());
    }

    private @Nullable RevisionDiff diff(EditConflict conflict) {
        ArticleText yours = yours(conflict);
        return yours == null ? null : Compare.compare(text(conflict.stored()), yours);
    }

    private RevisionDiff theirs(EditConflict conflict) {
        return Compare.compare(text(conflict.base()), text(conflict.stored()));
    }

    private ArticleText text(Revision revision) {
        return texts.of(Set.of(revision)).values().iterator().next();
    }
}
