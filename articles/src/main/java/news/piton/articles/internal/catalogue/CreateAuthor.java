package news.piton.articles.internal.catalogue;

import java.util.OptionalLong;
import news.piton.articles.AuthorChanged;
import news.piton.articles.AuthorView;
import news.piton.articles.internal.article.AuthorName;
import news.piton.articles.internal.article.Bio;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Adds a name for bylines. */
public final class CreateAuthor {
    private static final int NAMESAKES = 100;
    private final Database database;
    private final Outbox outbox;
    private final CatalogueWrites writes;

    public CreateAuthor(Database database, Outbox outbox, CatalogueWrites writes) {
        this.database = database;
        this.outbox = outbox;
        this.writes = writes;
    }

    /** @param slug null to make it from the name, with a number for a namesake */
    public Outcome<AuthorView> create(AuthorName called, @Nullable Slug slug, @Nullable Bio about) {
        String name = called.text();
        String bio = about == null ? null : about.text();
        return database.inTransaction(() -> {
            Slug wanted = slug == null ? Slug.naming("author", name) : slug;
            Slug free = wanted;
            OptionalLong id = writes.addAuthor(free, name, bio);
            for (int number = 2; id.isEmpty() && slug == null && number <= NAMESAKES; number++) {
                free = wanted.numbered(number);
                id = writes.addAuthor(free, name, bio);
            }
            if (id.isEmpty()) {
                return Outcome.refused(Edit.slugTaken("author", wanted));
            }
            outbox.publish(AuthorChanged.TYPE, new AuthorChanged(id.getAsLong()));
            return Outcome.done(new AuthorView(id.getAsLong(), free.text(), name, bio, 1));
        });
    }
}
