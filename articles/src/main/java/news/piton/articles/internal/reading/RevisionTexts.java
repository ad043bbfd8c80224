package news.piton.articles.internal.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.AuthorView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.revising.ArticleText;
import news.piton.articles.internal.revising.Manuscript;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.RevisionReads;

/** Reads what revisions say, with everything called by its name of today. */
public final class RevisionTexts {
    private static final String GONE = "(gone)";

    private final RevisionReads revisions;
    private final CatalogueStore catalogue;

    public RevisionTexts(RevisionReads revisions, CatalogueStore catalogue) {
        this.revisions = revisions;
        this.catalogue = catalogue;
    }

    /** By the revisions' ids; one statement for all texts and one for each kind of name. */
    public Map<Long, ArticleText> of(Collection<Revision> wanted) {
        Map<Long, Body> bodies =
                revisions.bodies(wanted.stream().map(Revision::body).collect(Collectors.toSet()));
        Map<Long, Manuscript> texts = new HashMap<>();
        wanted.forEach(revision ->
                texts.put(revision.id(), revision.manuscript(bodies.getOrDefault(revision.body(), Body.NONE))));
        return named(texts);
    }

    public ArticleText named(Manuscript text) {
        return named(Map.of(0L, text)).values().iterator().next();
    }

    private Map<Long, ArticleText> named(Map<Long, Manuscript> texts) {
        Map<Long, SectionView> sections = catalogue.sections(each(texts, text -> Stream.of(text.section())));
        Map<Long, AuthorView> authors = catalogue.authors(each(texts, text -> text.authors().stream()));
        Map<Long, SourceView> sources = catalogue.sources(each(texts, text -> Stream.ofNullable(text.source())));
        Map<Long, ArticleText> named = new HashMap<>();
        texts.forEach((id, text) -> {
            SectionView section = sections.get(text.section());
            Long sourceId = text.source();
            SourceView source = sourceId == null ? null : sources.get(sourceId);
            List<String> byline = text.authors().stream()
                    .map(author ->
                            authors.containsKey(author) ? authors.get(author).name() : GONE)
                    .toList();
            named.put(
                    id,
                    new ArticleText(
                            text.slug().text(),
                            text.headline().text(),
                            text.standfirst() == null ? null : text.standfirst().text(),
                            text.body(),
                            section == null ? GONE : section.name(),
                            text.tags().stream().map(TagName::text).toList(),
                            byline,
                            source != null ? source.name() : sourceId == null ? null : GONE,
                            text.image()));
        });
        return named;
    }

    private static Set<Long> each(Map<Long, Manuscript> texts, Function<Manuscript, Stream<Long>> ids) {
        return texts.values().stream().flatMap(ids).collect(Collectors.toSet());
    }
}
