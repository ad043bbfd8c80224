package news.piton.articles.internal.catalogue;

import news.piton.articles.TagChanged;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.article.Versions;
import news.piton.articles.internal.store.OldSlugs;
import news.piton.articles.internal.store.TagStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Renames a tag. Both its old slug and its old name go on meaning it. */
public final class UpdateTag {
    private final Database database;
    private final Outbox outbox;
    private final TagStore tags;
    private final OldSlugs oldSlugs;

    public UpdateTag(Database database, Outbox outbox, TagStore tags, OldSlugs oldSlugs) {
        this.database = database;
        this.outbox = outbox;
        this.tags = tags;
        this.oldSlugs = oldSlugs;
    }

    /** A new name makes a new slug unless one is given, or the names differ in nothing but case, accents and signs. */
    public Outcome<TagView> update(long id, @Nullable Integer expected, Change<TagName> name, Change<Slug> slug) {
        return database.inTransaction(() -> Versions.seen("tag", tags.lock(id), TagView::version, expected)
                .then(before -> rename(before, name, slug)));
    }

    private Outcome<TagView> rename(TagView before, Change<TagName> name, Change<Slug> slug) {
        TagName oldName = TagName.stored(before.name());
        Slug oldSlug = new Slug(before.slug());
        TagName newName = name.orKeep(oldName);
        boolean sameWord = newName.slug().equals(oldName.slug());
        Slug newSlug = slug.orKeep(sameWord ? oldSlug : newName.slug());
        if (!tags.change(before.id(), newName, newSlug)) {
            return Outcome.refused(UserError.at(
                    slug.given() ? "slug" : "name",
                    "SLUG_TAKEN",
                    "Another tag has the slug `" + newSlug.text() + "`. mergeTags makes one of the two."));
        }
        if (!newName.equals(oldName)) {
            tags.markRenamed(before.id());
        }
        if (!newSlug.equals(oldSlug)) {
            oldSlugs.lead(OldSlugs.Kind.TAG, oldSlug, before.id());
        }
        if (!newSlug.equals(newName.slug())) {
            oldSlugs.lead(OldSlugs.Kind.TAG, newName.slug(), before.id());
        }
        outbox.publish(TagChanged.TYPE, new TagChanged(before.id()));
        return Outcome.done(new TagView(before.id(), newSlug.text(), newName.text(), before.version() + 1));
    }
}
