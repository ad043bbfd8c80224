package news.piton.articles.internal.catalogue;

import java.util.Objects;
import java.util.Set;
import news.piton.articles.AuthorChanged;
import news.piton.articles.AuthorView;
import news.piton.articles.internal.article.AuthorName;
import news.piton.articles.internal.article.Bio;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.articles.internal.store.OldSlugs;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Corrects what is known of an author. */
public final class UpdateAuthor {
    private final Database database;
    private final Outbox outbox;
    private final CatalogueStore catalogue;
    private final CatalogueWrites writes;
    private final OldSlugs oldSlugs;

    public UpdateAuthor(
            Database database, Outbox outbox, CatalogueStore catalogue, CatalogueWrites writes, OldSlugs oldSlugs) {
        this.database = database;
        this.outbox = outbox;
        this.catalogue = catalogue;
        this.writes = writes;
        this.oldSlugs = oldSlugs;
    }

    /** An earlier slug goes on leading to the author. */
    public Outcome<AuthorView> update(
            long id, @Nullable Integer expected, Change<AuthorName> name, Change<Slug> slug, Change<Bio> bio) {
        return database.inTransaction(() -> Edit.of(
                "author",
                writes.lockAuthor(id),
                expected,
                () -> change(id, name, slug, bio),
                Edit.slugTaken("author", slug.value()),
                () -> read(id)));
    }

    private boolean change(long id, Change<AuthorName> name, Change<Slug> slug, Change<Bio> bio) {
        AuthorView author = read(id);
        Slug before = new Slug(author.slug());
        boolean done = writes.changeAuthor(id, name.map(AuthorName::text), slug, bio.map(Bio::text));
        if (!done) {
            return false;
        }
        if (!author.name().equals(name.map(AuthorName::text).orKeep(author.name()))) {
            writes.markRenamed(id);
        }
        if (!before.equals(slug.orKeep(before))) {
            oldSlugs.lead(OldSlugs.Kind.AUTHOR, before, id);
        }
        outbox.publish(AuthorChanged.TYPE, new AuthorChanged(id));
        return true;
    }

    private AuthorView read(long id) {
        return Objects.requireNonNull(catalogue.authors(Set.of(id)).get(id));
    }
}
