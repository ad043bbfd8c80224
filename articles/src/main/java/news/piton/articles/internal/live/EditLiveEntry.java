package news.piton.articles.internal.live;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Versions;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.LiveEntry;
import news.piton.articles.internal.store.LiveStore;
import news.piton.articles.internal.store.Sight;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Puts an entry right, takes it away or puts it back; also once the live blog is closed. */
public final class EditLiveEntry {
    private final LiveEditing editing;
    private final LiveStore live;

    public EditLiveEntry(LiveEditing editing, LiveStore live) {
        this.editing = editing;
        this.live = live;
    }

    /** What is to be different about an entry. */
    public record Changes(Change<Headline> headline, Change<Body> body, Change<Instant> at) {}

    /** An edit that changes nothing writes nothing. */
    public Outcome<LiveEntry> edit(long id, @Nullable Integer expected, Changes changes, Viewer.Staff who) {
        return on(id, false, expected, who, (article, entry, now) -> {
            String before = entry.headline();
            Headline headline = changes.headline().or(before == null ? null : Headline.stored(before));
            Instant at = changes.at().orKeep(entry.at());
            Optional<UserError> wrong = EntryTime.refusal(at, now);
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
            LiveEntry after = entry.edited(headline, changes.body().orKeep(entry.body()), at, who.name(), now);
            if (after.says(entry)) {
                return Outcome.done(entry);
            }
            live.change(after, now);
            editing.entriesChanged(article, now);
            return Outcome.done(after);
        });
    }

    /** Takes it away. */
    public Outcome<LiveEntry> remove(long id, @Nullable Integer expected, Viewer.Staff who) {
        return on(
                id, false, expected, who, (article, entry, now) -> shown(article, entry.removed(who.name(), now), now));
    }

    /** Puts back what was taken away, as it was. */
    public Outcome<LiveEntry> restore(long id, @Nullable Integer expected, Viewer.Staff who) {
        return on(id, true, expected, who, (article, entry, now) -> shown(article, entry.restored(), now));
    }

    private Outcome<LiveEntry> shown(Article article, LiveEntry after, Instant now) {
        live.show(after);
        editing.entriesChanged(article, now);
        return Outcome.done(after);
    }

    @FunctionalInterface
    private interface Work {
        Outcome<LiveEntry> on(Article article, LiveEntry entry, Instant now);
    }

    /** Locks the article before the entry, as everybody does. */
    private Outcome<LiveEntry> on(long id, boolean removed, @Nullable Integer expected, Viewer.Staff who, Work work) {
        LiveEntry known = live.entries(Set.of(id), Sight.STAFF).get(id);
        return known == null
                ? Outcome.refused(Versions.missing("entry"))
                : editing.on(
                        known.articleId(),
                        null,
                        who,
                        (article, now) -> Versions.seen("entry", live.lock(id, removed), LiveEntry::version, expected)
                                .then(entry -> work.on(article, entry, now)));
    }
}
