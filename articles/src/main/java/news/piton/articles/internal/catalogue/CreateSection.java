package news.piton.articles.internal.catalogue;

import java.util.OptionalLong;
import news.piton.articles.SectionView;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Opens a part of the paper. */
public final class CreateSection {
    private final Database database;
    private final CatalogueWrites writes;

    public CreateSection(Database database, CatalogueWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    /**
     * @param name checked text
     * @param slug null to make it from the name
     * @param position null to put it behind all others
     */
    public Outcome<SectionView> create(String name, @Nullable Slug slug, @Nullable Integer position) {
        return database.inTransaction(() -> {
            Slug wanted = slug == null ? Slug.naming("section", name) : slug;
            OptionalLong id = writes.addSection(wanted, name, position);
            return id.isPresent()
                    ? Outcome.done(new SectionView(id.getAsLong(), wanted.text(), name, 1))
                    : Outcome.refused(Edit.slugTaken("section", wanted));
        });
    }
}
