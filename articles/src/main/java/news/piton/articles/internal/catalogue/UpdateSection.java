package news.piton.articles.internal.catalogue;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.piton.articles.SectionChanged;
import news.piton.articles.SectionView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Position;
import news.piton.articles.internal.article.SectionName;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.articles.internal.store.OldSlugs;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Renames or moves a part of the paper. */
public final class UpdateSection {
    private final Database database;
    private final Outbox outbox;
    private final CatalogueStore catalogue;
    private final CatalogueWrites writes;
    private final OldSlugs oldSlugs;
    private final Nesting nesting;

    public UpdateSection(
            Database database, Outbox outbox, CatalogueStore catalogue, CatalogueWrites writes, OldSlugs oldSlugs) {
        this.database = database;
        this.outbox = outbox;
        this.catalogue = catalogue;
        this.writes = writes;
        this.oldSlugs = oldSlugs;
        this.nesting = new Nesting(writes);
    }

    /**
     * What is to be different about a section.
     *
     * @param parent the section that it stands below; null lets it stand by itself
     */
    public record Changes(
            Change<SectionName> name, Change<Slug> slug, Change<Position> position, Change<Long> parent) {}

    /** An earlier slug goes on leading to it. */
    public Outcome<SectionView> update(long id, @Nullable Integer expected, Changes changes) {
        return database.inTransaction(() -> {
            Long parent = changes.parent().value();
            Optional<UserError> refusal = parent == null ? Optional.empty() : nesting.refusal(id, parent);
            return refusal.isPresent()
                    ? Outcome.refused(refusal.get())
                    : Edit.of(
                            "section",
                            writes.lockSection(id),
                            expected,
                            () -> change(id, changes),
                            Edit.slugTaken("section", changes.slug().value()),
                            () -> read(id));
        });
    }

    private boolean change(long id, Changes changes) {
        Slug before = new Slug(read(id).slug());
        if (!writes.changeSection(
                id,
                changes.name().map(SectionName::text),
                changes.slug(),
                changes.position().map(Position::number))) {
            return false;
        }
        if (changes.parent().given()) {
            writes.place(id, changes.parent().value());
        }
        if (!before.equals(changes.slug().orKeep(before))) {
            oldSlugs.lead(OldSlugs.Kind.SECTION, before, id);
        }
        outbox.publish(SectionChanged.TYPE, new SectionChanged(id));
        return true;
    }

    private SectionView read(long id) {
        return Objects.requireNonNull(catalogue.sections(Set.of(id)).get(id));
    }
}
