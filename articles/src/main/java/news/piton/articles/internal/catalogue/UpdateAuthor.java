package news.piton.articles.internal.catalogue;

import java.util.Objects;
import java.util.Set;
import news.piton.articles.AuthorView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Corrects what is known of an author. */
public final class UpdateAuthor {
    private final Database database;
    private final CatalogueStore catalogue;
    private final CatalogueWrites writes;

    public UpdateAuthor(Database database, CatalogueStore catalogue, CatalogueWrites writes) {
        this.database = database;
        this.catalogue = catalogue;
        this.writes = writes;
    }

    public Outcome<AuthorView> update(
            long id, @Nullable Integer expected, Change<String> name, Change<Slug> slug, Change<String> bio) {
        return database.inTransaction(() -> Edit.of(
                "author",
                writes.lockAuthor(id),
                expected,
                () -> writes.changeAuthor(id, name, slug, bio),
                Edit.slugTaken("author", slug.value()),
                () -> Objects.requireNonNull(catalogue.authors(Set.of(id)).get(id))));
    }
}
