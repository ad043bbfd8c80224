package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SECTION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.piton.articles.SectionView;
import news.piton.articles.internal.store.ArticleFilter.Name;
import news.piton.core.database.Database;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which section stands below which, and in which there is something to read. A section's list holds its children's articles as
 * well, each child a range of the index of its own, so that lists must know the children before they ask; what was known
 * {@value #SECONDS} seconds ago is good enough for that, and costs no statement. What happens on another node, or by time alone,
 * is seen that much later.
 */
public final class SectionTree {
    private static final int SECONDS = 10;

    private final Database database;
    private final InstantSource clock;
    private final OldSlugs oldSlugs;
    private volatile @Nullable Remembered remembered;

    public SectionTree(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.oldSlugs = new OldSlugs(database);
    }

    /**
     * All sections at one moment.
     *
     * @param inOrder as the paper has them, children behind their parents
     * @param parents of those that have one, by the child's id
     * @param children in the paper's order, by the parent's id
     * @param published the ids of those in which, or below which, readers find something
     */
    public record Sections(
            List<SectionView> inOrder,
            Map<Long, SectionView> parents,
            Map<Long, List<SectionView>> children,
            Set<Long> published) {

        private Optional<SectionView> first(Predicate<SectionView> wanted) {
            return inOrder.stream().filter(wanted).findFirst();
        }
    }

    private record Remembered(Instant at, Sections sections) {}

    /** As they are now: one statement. */
    public Sections read() {
        var t = ARTICLES_SECTION;
        List<SectionView> top = new ArrayList<>();
        Map<Long, Long> parentIds = new HashMap<>();
        Map<Long, SectionView> all = new HashMap<>();
        Map<Long, List<SectionView>> children = new HashMap<>();
        Set<Long> published = new HashSet<>();
        database.sql()
                .select(t.ID, t.SLUG, t.NAME, t.VERSION, t.PARENT_ID, readable(clock.instant()))
                .from(t)
                .orderBy(t.POSITION, t.NAME, t.ID)
                .forEach(row -> {
                    var section = new SectionView(row.value1(), row.value2(), row.value3(), row.value4());
                    Long parent = row.value5();
                    all.put(section.id(), section);
                    if (row.value6()) {
                        published.add(section.id());
                        published.add(parent == null ? section.id() : parent);
                    }
                    if (parent == null) {
                        top.add(section);
                    } else {
                        parentIds.put(section.id(), parent);
                        children.computeIfAbsent(parent, none -> new ArrayList<>())
                                .add(section);
                    }
                });
        Map<Long, SectionView> parents = new HashMap<>();
        parentIds.forEach((child, parent) -> parents.put(child, all.get(parent)));
        List<SectionView> inOrder = new ArrayList<>();
        top.forEach(section -> {
            inOrder.add(section);
            inOrder.addAll(children.getOrDefault(section.id(), List.of()));
        });
        return new Sections(inOrder, parents, children, published);
    }

    /** One look at the index of the section's articles. */
    private static Field<Boolean> readable(Instant now) {
        return DSL.field(DSL.exists(DSL.selectOne()
                .from(ARTICLES_ARTICLE)
                .where(ARTICLES_ARTICLE.SECTION_ID.eq(ARTICLES_SECTION.ID))
                .and(ArticleColumns.open(now))));
    }

    /** The section and its children; empty when it has none, or is not known. */
    List<Long> family(Name name) {
        Sections sections = recent();
        if (sections.children.isEmpty()) {
            return List.of();
        }
        List<Long> family = new ArrayList<>();
        named(sections, name)
                .map(SectionView::id)
                .filter(sections.children::containsKey)
                .ifPresent(id -> {
                    family.add(id);
                    sections.children.getOrDefault(id, List.of()).forEach(child -> family.add(child.id()));
                });
        return family;
    }

    private Optional<SectionView> named(Sections sections, Name name) {
        return switch (name) {
            case Name.Id(long number) -> sections.first(section -> section.id() == number);
            case Name.Slug(String text) ->
                sections.first(section -> section.slug().equals(text)).or(() -> moved(sections, text));
            case Name.Family family -> Optional.empty();
        };
    }

    private Optional<SectionView> moved(Sections sections, String oldSlug) {
        OptionalLong id = oldSlugs.find(OldSlugs.Kind.SECTION, oldSlug);
        return id.isPresent() ? named(sections, new Name.Id(id.getAsLong())) : Optional.empty();
    }

    /**
     * The ids of the section with that slug and of its children; none when there is no such section. An earlier slug does as
     * well, and takes a statement.
     */
    public List<Long> ids(String slug) {
        Sections sections = recent();
        return named(sections, new Name.Slug(slug)).stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section), sections.children.getOrDefault(section.id(), List.of()).stream()))
                .map(SectionView::id)
                .toList();
    }

    /** The ids of the sections whose articles are news. */
    public List<Long> news() {
        return recent().inOrder.stream()
                .filter(SectionView::news)
                .map(SectionView::id)
                .toList();
    }

    /** Whether an article of this section stands in the list of the one with that slug. */
    public boolean holds(String slug, SectionView section) {
        return ids(slug).contains(section.id());
    }

    /** To be called once a change of sections, or of what stands in them, is committed. */
    void forget() {
        remembered = null;
    }

    /** As they were at most {@value #SECONDS} seconds ago, and with what has changed on this node since: mostly no statement. */
    public Sections recent() {
        Instant now = clock.instant();
        Remembered known = remembered;
        if (known == null || Duration.between(known.at, now).abs().toSeconds() >= SECONDS) {
            known = new Remembered(now, read());
            remembered = known;
        }
        return known.sections;
    }
}
