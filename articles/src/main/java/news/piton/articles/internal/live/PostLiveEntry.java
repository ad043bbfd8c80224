package news.piton.articles.internal.live;

import java.time.Instant;
import java.util.Optional;
import news.piton.articles.LiveEntryPosted;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.LiveBlog;
import news.piton.articles.internal.store.LiveEntry;
import news.piton.articles.internal.store.LiveStore;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;
import news.piton.core.identity.Viewer;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Adds an entry to a live blog. */
public final class PostLiveEntry {
    private final LiveEditing editing;
    private final LiveStore live;
    private final Outbox outbox;
    private final Ids ids;

    public PostLiveEntry(LiveEditing editing, LiveStore live, Outbox outbox, Ids ids) {
        this.editing = editing;
        this.live = live;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** @param at the time that it tells of; null for now */
    public Outcome<LiveEntry> post(
            long article, @Nullable Headline headline, Body body, @Nullable Instant at, Viewer.Staff who) {
        return editing.on(article, null, who, (found, now) -> {
            if (live.ofArticle(article).filter(LiveBlog::open).isEmpty()) {
                return Outcome.refused(LiveEditing.notOpen("articleId"));
            }
            Instant time = at == null ? now : at;
            Optional<UserError> wrong = EntryTime.refusal(time, now);
            return wrong.isPresent() ? Outcome.refused(wrong.get()) : add(found, headline, body, time, who, now);
        });
    }

    private Outcome<LiveEntry> add(
            Article article, @Nullable Headline headline, Body body, Instant at, Viewer.Staff who, Instant now) {
        LiveEntry entry = new LiveEntry(
                ids.next(),
                article.id(),
                headline == null ? null : headline.text(),
                body,
                at,
                who.name(),
                null,
                null,
                null,
                null,
                1);
        live.add(entry);
        editing.entriesChanged(article, now);
        if (article.state().open(now)) {
            outbox.publish(LiveEntryPosted.TYPE, new LiveEntryPosted(article.id(), entry.id()));
        }
        return Outcome.done(entry);
    }
}
