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
import news.piton.core.job.Job;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Makes one tag of two that mean the same. Of a tag of very many articles some are moved at once and the others piece by piece, each
 * in a transaction of its own; until the last one is moved both tags exist.
 */
public final class MergeTags implements Job.Work {
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
     * Once it is done, the first tag's slugs and name mean the second one.
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
            lock(from, into).forEach(tag -> locked.put(tag.id(), tag));
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
            Optional<UserError> underWay = underWay(from, into);
            if (underWay.isPresent()) {
                return Outcome.refused(underWay.get());
            }
            boolean finished = step(loser, into);
            return Outcome.done(new TagView(
                    into,
                    Objects.requireNonNull(winner).slug(),
                    winner.name(),
                    finished ? winner.version() + 1 : winner.version()));
        });
    }

    private Optional<UserError> underWay(long from, long into) {
        if (tags.merging(into).isPresent()) {
            return Optional.of(UserError.at(
                    "into",
                    "INVALID",
                    "This tag is becoming part of another one. Wait some minutes and name that one."));
        }
        return tags.merging(from)
                .filter(other -> other.into() != into)
                .map(other -> UserError.at("from", "INVALID", "This tag is becoming part of another one already."));
    }

    /** @return whether it was the last one */
    private boolean step(TagView loser, long into) {
        long from = loser.id();
        if (!tags.moveSome(from, into)) {
            tags.keep(new TagStore.Merge(from, into));
            return false;
        }
        tags.drop(from, into);
        oldSlugs.redirect(OldSlugs.Kind.TAG, from, into);
        oldSlugs.redirect(OldSlugs.Kind.TERM, from, into);
        oldSlugs.lead(OldSlugs.Kind.TAG, new Slug(loser.slug()), into);
        outbox.publish(TagsMerged.TYPE, new TagsMerged(from, into));
        return true;
    }

    /** Goes on with what was begun. */
    @Override
    public void run(Job.Stop stop) {
        boolean more = true;
        while (more && !stop.requested()) {
            more = database.inTransaction(this::goOn);
        }
    }

    private boolean goOn() {
        Optional<TagStore.Merge> merge = tags.unfinished();
        merge.ifPresent(one -> lock(one.from(), one.into()).stream()
                .filter(tag -> tag.id() == one.from())
                .forEach(tag -> step(tag, one.into())));
        return merge.isPresent();
    }

    /** In the order of their ids, whichever goes into which: two merges must not wait for each other. */
    private List<TagView> lock(long from, long into) {
        return new TreeSet<>(List.of(from, into))
                .stream().flatMap(id -> tags.lock(id).stream()).toList();
    }
}
