package news.piton.articles.internal.catalogue;

import java.util.Optional;
import java.util.OptionalLong;
import news.piton.articles.SectionChanged;
import news.piton.articles.SectionView;
import news.piton.articles.internal.article.Position;
import news.piton.articles.internal.article.SectionName;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Opens a part of the paper. */
public final class CreateSection {
    private final Database database;
    private final Outbox outbox;
    private final CatalogueWrites writes;
    private final Nesting nesting;

    public CreateSection(Database database, Outbox outbox, CatalogueWrites writes) {
        this.database = database;
        this.outbox = outbox;
        this.writes = writes;
        this.nesting = new Nesting(writes);
    }

    /**
     * @param slug null to make it from the name
     * @param position null to put it behind all others
     * @param parent the section that it stands below; null for none
     */
    public Outcome<SectionView> create(
            SectionName name, @Nullable Slug slug, @Nullable Position position, @Nullable Long parent) {
        return database.inTransaction(() -> {
            Optional<UserError> refusal = parent == null ? Optional.empty() : nesting.refusal(parent);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            Slug wanted = slug == null ? Slug.naming("section", name.text()) : slug;
            OptionalLong id = writes.addSection(wanted, name.text(), position == null ? null : position.number());
            if (id.isEmpty()) {
                return Outcome.refused(Edit.slugTaken("section", wanted));
            }
            if (parent != null) {
                writes.place(id.getAsLong(), parent);
            }
            outbox.publish(SectionChanged.TYPE, new SectionChanged(id.getAsLong()));
            return Outcome.done(new SectionView(id.getAsLong(), wanted.text(), name.text(), 1));
        });
    }
}
