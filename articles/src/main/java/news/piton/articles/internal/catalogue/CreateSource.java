package news.piton.articles.internal.catalogue;

import java.util.OptionalLong;
import news.piton.articles.SourceChanged;
import news.piton.articles.SourceKind;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.SourceName;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Adds a sender of copy. */
public final class CreateSource {
    private final Database database;
    private final Outbox outbox;
    private final CatalogueWrites writes;

    public CreateSource(Database database, Outbox outbox, CatalogueWrites writes) {
        this.database = database;
        this.outbox = outbox;
        this.writes = writes;
    }

    public Outcome<SourceView> create(SourceName called, SourceKind kind, @Nullable WebAddress url) {
        String name = called.text();
        return database.inTransaction(() -> {
            OptionalLong id = writes.addSource(name, kind, url);
            if (id.isEmpty()) {
                return Outcome.refused(Edit.nameTaken(name));
            }
            outbox.publish(SourceChanged.TYPE, new SourceChanged(id.getAsLong()));
            return Outcome.done(new SourceView(id.getAsLong(), name, kind, url == null ? null : url.uri(), 1));
        });
    }
}
