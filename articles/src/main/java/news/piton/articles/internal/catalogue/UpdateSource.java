package news.piton.articles.internal.catalogue;

import java.util.Objects;
import java.util.Set;
import news.piton.articles.SourceChanged;
import news.piton.articles.SourceKind;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.SourceName;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Corrects what is known of a source. */
public final class UpdateSource {
    private final Database database;
    private final Outbox outbox;
    private final CatalogueStore catalogue;
    private final CatalogueWrites writes;

    public UpdateSource(Database database, Outbox outbox, CatalogueStore catalogue, CatalogueWrites writes) {
        this.database = database;
        this.outbox = outbox;
        this.catalogue = catalogue;
        this.writes = writes;
    }

    public Outcome<SourceView> update(
            long id,
            @Nullable Integer expected,
            Change<SourceName> name,
            Change<SourceKind> kind,
            Change<WebAddress> url) {
        return database.inTransaction(() -> Edit.of(
                "source",
                writes.lockSource(id),
                expected,
                () -> change(id, name, kind, url),
                Edit.nameTaken(name.map(SourceName::text).value()),
                () -> Objects.requireNonNull(catalogue.sources(Set.of(id)).get(id))));
    }

    private boolean change(long id, Change<SourceName> name, Change<SourceKind> kind, Change<WebAddress> url) {
        boolean done = writes.changeSource(id, name.map(SourceName::text), kind, url);
        if (done) {
            outbox.publish(SourceChanged.TYPE, new SourceChanged(id));
        }
        return done;
    }
}
