package news.piton.articles.internal.catalogue;

import java.util.OptionalLong;
import news.piton.articles.SourceKind;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.SourceName;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Adds a sender of copy. */
public final class CreateSource {
    private final Database database;
    private final CatalogueWrites writes;

    public CreateSource(Database database, CatalogueWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    public Outcome<SourceView> create(SourceName called, SourceKind kind, @Nullable WebAddress url) {
        String name = called.text();
        return database.inTransaction(() -> {
            OptionalLong id = writes.addSource(name, kind, url);
            return id.isPresent()
                    ? Outcome.done(new SourceView(id.getAsLong(), name, kind, url == null ? null : url.uri(), 1))
                    : Outcome.refused(Edit.nameTaken(name));
        });
    }
}
