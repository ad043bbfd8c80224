package news.piton.articles.internal.catalogue;

import java.util.Objects;
import java.util.Set;
import news.piton.articles.SectionView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Renames or moves a part of the paper. */
public final class UpdateSection {
    private final Database database;
    private final CatalogueStore catalogue;
    private final CatalogueWrites writes;

    public UpdateSection(Database database, CatalogueStore catalogue, CatalogueWrites writes) {
        this.database = database;
        this.catalogue = catalogue;
        this.writes = writes;
    }

    public Outcome<SectionView> update(
            long id, @Nullable Integer expected, Change<String> name, Change<Slug> slug, Change<Integer> position) {
        return database.inTransaction(() -> Edit.of(
                "section",
                writes.lockSection(id),
                expected,
                () -> writes.changeSection(id, name, slug, position),
                Edit.slugTaken("section", slug.value()),
                () -> Objects.requireNonNull(catalogue.sections(Set.of(id)).get(id))));
    }
}
