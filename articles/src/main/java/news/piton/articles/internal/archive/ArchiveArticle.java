package news.piton.articles.internal.archive;

import java.util.List;
import java.util.Objects;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.articles.internal.store.PartStore;
import news.piton.articles.internal.writing.Filing;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;

/**
 * Takes an article over from another system, in any state, with its dates and old addresses. It is old news: no event is
 * published for it, unless it is scheduled and its time comes. Sections, tags and authors that it names are made.
 */
public final class ArchiveArticle {
    private final Database database;
    private final CatalogueStore catalogue;
    private final CatalogueWrites writes;
    private final Filing filing;
    private final PartStore parts;

    public ArchiveArticle(
            Database database, CatalogueStore catalogue, CatalogueWrites writes, Filing filing, PartStore parts) {
        this.database = database;
        this.catalogue = catalogue;
        this.writes = writes;
        this.filing = filing;
        this.parts = parts;
    }

    /** @return the new article's id. Joins the caller's transaction, so that a note of what came in is kept with it. */
    public long archive(ArchivedArticle article) {
        return database.inTransaction(() -> {
            long section = section(article.section());
            List<Long> authors =
                    article.authors().stream().map(this::author).distinct().toList();
            long id = switch (filing.file(new Filing.Sheet(
                    article.headline(),
                    article.standfirst(),
                    article.body(),
                    section,
                    catalogue.tagsNamed(article.tags()),
                    authors,
                    null,
                    article.image(),
                    article.slug(),
                    false,
                    article.state(),
                    article.createdAt(),
                    article.updatedAt()))) {
                case Outcome.Done<Long>(Long made) -> made;
                case Outcome.Refused<Long> impossible -> throw new IllegalStateException(impossible.toString());
            };
            article.oldAddresses().stream()
                    .map(Permalinks::normalised)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(path -> parts.keepAddress(path, id));
            return id;
        });
    }

    private long section(ArchivedArticle.Named named) {
        return catalogue
                .section(named.slug().text())
                .map(known -> known.id())
                .orElseGet(() ->
                        writes.addSection(named.slug(), named.name(), null).orElseThrow());
    }

    private long author(ArchivedArticle.Named named) {
        return catalogue
                .author(named.slug().text())
                .map(known -> known.id())
                .orElseGet(
                        () -> writes.addAuthor(named.slug(), named.name(), null).orElseThrow());
    }
}
