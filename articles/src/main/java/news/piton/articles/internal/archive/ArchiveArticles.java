package news.piton.articles.internal.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.piton.articles.internal.archive.ArchivedArticle.Agency;
import news.piton.articles.internal.archive.ArchivedArticle.Section;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.store.ArchiveStore;
import news.piton.articles.internal.store.ArchiveStore.Named;
import news.piton.articles.internal.store.ArchiveStore.Whole;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.articles.internal.store.OldSlugs;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Takes articles over from another system, in any state, with their dates and old addresses, many in one transaction. They
 * are old news: no event is published for them, unless one is scheduled and its time comes. Sections, tags, authors and
 * sources that they name are made.
 */
public final class ArchiveArticles {
    private static final int ATTEMPTS = 5;

    private final Database database;
    private final Ids ids;
    private final ArchiveStore store;
    private final ArticleStore articles;
    private final CatalogueWrites catalogue;
    private final ArchivedSections sections;
    private final OldSlugs oldSlugs;
    private final KeepPast past;
    private final Permalinks permalinks;

    public ArchiveArticles(
            Database database,
            Ids ids,
            ArchiveStore store,
            ArticleStore articles,
            CatalogueWrites catalogue,
            KeepPast past,
            Permalinks permalinks) {
        this.database = database;
        this.ids = ids;
        this.store = store;
        this.articles = articles;
        this.catalogue = catalogue;
        this.sections = new ArchivedSections(catalogue);
        this.oldSlugs = new OldSlugs(database);
        this.past = past;
        this.permalinks = permalinks;
    }

    /**
     * Makes those sections that do not exist.
     *
     * @return the names of those that could not be put below what they stood below
     */
    public List<String> sections(List<Section> wanted) {
        return database.inTransaction(() -> {
            List<String> alone = new ArrayList<>();
            sections.resolve(wanted, new Names(store), alone);
            return alone;
        });
    }

    /** Keeps a note of what came in, in the transaction that brings it. */
    public interface Note {
        /** @return false when they came in before, so that nothing of it may stay */
        boolean remember(List<Long> articles);
    }

    /**
     * @return the names of sections that are new and could not be put below what they stood below; empty when the note says
     *     that some articles have come in before, and then none came in now
     */
    public Optional<List<String>> archive(List<ArchivedArticle> batch, Note note) {
        for (int attempt = 1; ; attempt++) {
            Outcome<List<String>> outcome = database.inTransaction(() -> {
                List<String> alone = new ArrayList<>();
                List<Whole> whole = whole(batch, alone);
                if (!store.write(whole)) {
                    return Outcome.refused(UserError.of("SLUG_TAKEN", "Somebody was faster."));
                }
                List<Long> made = whole.stream().map(one -> one.article().id()).toList();
                for (int i = 0; i < made.size(); i++) {
                    past.keep(made.get(i), batch.get(i).past());
                }
                boolean isNew = note.remember(made);
                return isNew ? Outcome.done(alone) : Outcome.refused(UserError.of("KNOWN", "These came in before."));
            });
            if (outcome instanceof Outcome.Done<List<String>>(List<String> alone)) {
                return Optional.of(alone);
            }
            boolean slugTaken = outcome instanceof Outcome.Refused<List<String>> refused
                    && refused.errors().getFirst().code().equals("SLUG_TAKEN");
            if (!slugTaken) {
                return Optional.empty();
            }
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("no free slugs in " + ATTEMPTS + " attempts");
            }
        }
    }

    private List<Whole> whole(List<ArchivedArticle> batch, List<String> alone) {
        Names names = resolved(batch, alone);
        Set<String> used = new HashSet<>();
        Set<String> taken = articles.taken(
                batch.stream().map(ArchivedArticle::slug).distinct().toList());
        List<Whole> all = new ArrayList<>(batch.size());
        for (ArchivedArticle given : batch) {
            Slug slug = free(given.slug(), taken, used);
            Article article = article(given, slug, names);
            all.add(new Whole(
                    article,
                    given.body(),
                    ids(Named.TAG, given.tags(), names),
                    ids(Named.AUTHOR, given.authors(), names),
                    given.image(),
                    addresses(given, article)));
        }
        return all;
    }

    private Article article(ArchivedArticle given, Slug slug, Names names) {
        Agency source = given.source();
        return new Article(
                ids.next(),
                slug,
                given.headline(),
                given.standfirst(),
                given.state(),
                names.id(Named.SECTION, given.section().named().slug().text()),
                source == null ? null : (Long) names.id(Named.SOURCE, source.name()),
                given.image() == null ? null : (Long) ids.next(),
                given.createdAt(),
                given.updatedAt(),
                1);
    }

    private Slug free(Slug wanted, Set<String> taken, Set<String> used) {
        Slug slug = taken.contains(wanted.text()) ? articles.free(wanted) : wanted;
        for (int number = 2; !used.add(slug.text()); number++) {
            Slug next = wanted.numbered(number);
            if (!used.contains(next.text()) && articles.free(next).equals(next)) {
                slug = next;
            }
        }
        return slug;
    }

    /** In the order of their names, so that two imports wait for each other instead of ending in a deadlock. */
    private Names resolved(List<ArchivedArticle> batch, List<String> alone) {
        Names names = new Names(store);
        sections.resolve(batch.stream().map(ArchivedArticle::section).toList(), names, alone);
        Map<String, String> bios = bios(batch);
        names.resolve(
                Named.AUTHOR,
                called(batch.stream().flatMap(one -> one.authors().stream())),
                (slug, name) -> orNull(catalogue.addAuthor(new Slug(slug), name, bios.get(slug))));
        names.resolve(Named.TAG, called(batch.stream().flatMap(one -> one.tags().stream())), (slug, name) -> {
            long id = ids.next();
            return store.addTag(id, new Slug(slug), new TagName(name)) ? id : null;
        });
        keepEarlier(OldSlugs.Kind.LOGIN, batch.stream().flatMap(one -> one.authors().stream()), Named.AUTHOR, names);
        keepEarlier(OldSlugs.Kind.TERM, batch.stream().flatMap(one -> one.tags().stream()), Named.TAG, names);
        Map<String, Agency> sources = new TreeMap<>();
        batch.stream()
                .map(ArchivedArticle::source)
                .filter(Objects::nonNull)
                .forEach(source -> sources.putIfAbsent(source.name(), source));
        Map<String, String> sourceNames = new TreeMap<>();
        sources.keySet().forEach(name -> sourceNames.put(name, name));
        names.resolve(Named.SOURCE, sourceNames, (name, called) -> {
            Agency source = Objects.requireNonNull(sources.get(name));
            return orNull(catalogue.addSource(name, source.kind(), source.url()));
        });
        return names;
    }

    /** By the slug. */
    private static Map<String, String> bios(List<ArchivedArticle> batch) {
        Map<String, String> bios = new HashMap<>();
        for (ArchivedArticle article : batch) {
            for (ArchivedArticle.Named author : article.authors()) {
                String bio = author.bio();
                if (bio != null) {
                    bios.putIfAbsent(author.slug().text(), bio);
                }
            }
        }
        return bios;
    }

    /** Addresses of the old site lead on, whether what they name was made now or was here before. */
    private void keepEarlier(OldSlugs.Kind kind, Stream<ArchivedArticle.Named> all, Named named, Names names) {
        SortedMap<String, Long> earlier = new TreeMap<>();
        all.forEach(one -> one.earlier()
                .forEach(slug -> earlier.putIfAbsent(
                        slug.text(), names.id(named, one.slug().text()))));
        oldSlugs.keep(kind, earlier);
    }

    private static Map<String, String> called(Stream<ArchivedArticle.Named> named) {
        Map<String, String> called = new TreeMap<>();
        named.forEach(one -> called.putIfAbsent(one.slug().text(), one.name()));
        return called;
    }

    private static @Nullable Long orNull(OptionalLong id) {
        return id.isPresent() ? (Long) id.getAsLong() : null;
    }

    private static List<Long> ids(Named kind, List<ArchivedArticle.Named> named, Names names) {
        return named.stream()
                .map(one -> names.id(kind, one.slug().text()))
                .distinct()
                .toList();
    }

    /** Without the one that it has anyway. */
    private List<String> addresses(ArchivedArticle given, Article article) {
        Instant at = article.state().publishedAt();
        String own = permalinks.path(article.id(), article.slug().text(), at);
        return given.past().oldAddresses().stream()
                .map(Permalinks::normalised)
                .filter(path -> path != null && !path.equals(own))
                .distinct()
                .toList();
    }
}
