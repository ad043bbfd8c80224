package news.piton.articles.internal.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import news.piton.articles.TagView;
import news.piton.articles.TagsMerged;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Versions;
import news.piton.articles.internal.store.OldSlugs;
import news.piton.articles.internal.store.TagStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Makes one tag of two that mean the same. */
public final class MergeTags {
    private final Database database;
    private final Outbox outbox;
    private final TagStore tags;
    private final OldSlugs oldSlugs;

    public MergeTags(Database database, Outbox outbox, TagStore tags, OldSlugs oldSlugs) {
        this.database = database;
        this.outbox = outbox;
        this.tags = tags;
        this.oldSlugs = oldSlugs;
    }

    /**
     * All at once or not at all. From then on the first tag's slugs and name mean the second one.
     *
     * @param expected the version of the tag that goes, as the caller has seen it; null to merge whatever it is
     */
    public Outcome<TagView> merge(long from, long into, @Nullable Integer expected) {
        if (from == into) {
            return Outcome.refused(
                    UserError.at("into", "INVALID", "A tag cannot be merged into itself. Name another one."));
        }
        return database.inTransaction(() -> {
            Map<Long, TagView> locked = new HashMap<>();
            // in the order of their ids, whichever goes into which: two merges must not wait for each other
            new TreeSet<>(List.of(from, into)).forEach(id -> tags.lock(id).ifPresent(tag -> locked.put(id, tag)));
            Refusals refusals = new Refusals();
            TagView loser = refusals.require("from", locked.get(from), "There is no tag with this id.");
            TagView winner = refusals.require("into", locked.get(into), "There is no tag with this id.");
            if (refusals.any()) {
                return refusals.refused();
            }
            Optional<UserError> conflict = Versions.conflict(
                    "tag", expected, Objects.requireNonNull(loser).version());
            if (conflict.isPresent()) {
                return Outcome.refused(conflict.get());
            }
            tags.merge(from, into);
            oldSlugs.redirect(OldSlugs.Kind.TAG, from, into);
            oldSlugs.lead(OldSlugs.Kind.TAG, new Slug(loser.slug()), into);
            outbox.publish(TagsMerged.TYPE, new TagsMerged(from, into));
            return Outcome.done(
                    new TagView(into, Objects.requireNonNull(winner).slug(), winner.name(), winner.version() + 1));
        });
    }
}
