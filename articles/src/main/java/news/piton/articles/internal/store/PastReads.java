package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_CORRECTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_LIVE_BLOG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_LIVE_ENTRY;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_LIVE_WORDING;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_OLD_SLUG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_PENDING_RETRACTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_REVISION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TRANSITION;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.store.HistoryStore.Placed;
import news.piton.core.database.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that has been written down about articles, some at a time in the order of the keys, behind the last one that was
 * read. Each method is one statement, but for revisions, which take two more for their texts.
 */
public final class PastReads {
    private final Database database;
    private final RevisionReads revisions;
    private final RevisionRows rows;

    public PastReads(Database database, RevisionReads revisions, Permalinks permalinks) {
        this.database = database;
        this.revisions = revisions;
        this.rows = new RevisionRows(permalinks);
    }

    /** A slug that has led elsewhere before. */
    public record OldSlug(OldSlugs.Kind kind, String slug, long entry) {}

    public List<OldSlug> oldSlugs(@Nullable OldSlug last, int most) {
        var t = ARTICLES_OLD_SLUG;
        Condition behind = last == null ? DSL.noCondition() : behind(t.KIND, last.kind.name(), t.SLUG, last.slug);
        return database.sql()
                .select(t.KIND, t.SLUG, t.ENTRY_ID)
                .from(t)
                .where(behind)
                .orderBy(t.KIND, t.SLUG)
                .limit(most)
                .fetch(found -> new OldSlug(OldSlugs.Kind.valueOf(found.value1()), found.value2(), found.value3()));
    }

    /** A revision and its text. */
    public record Saved(Revision revision, Body body) {}

    /** Those that are written down: an article that was saved once and never since has none. */
    public List<Saved> revisions(long after, int most) {
        List<Revision> page = database.sql()
                .select(RevisionRows.COLUMNS)
                .from(RevisionRows.TABLE)
                .where(ARTICLES_REVISION.ID.gt(after))
                .orderBy(ARTICLES_REVISION.ID)
                .limit(most)
                .fetch(rows::read);
        if (page.isEmpty()) {
            return List.of();
        }
        Map<Long, Body> texts =
                revisions.bodies(page.stream().map(Revision::body).collect(Collectors.toSet()));
        return page.stream()
                .map(revision -> new Saved(revision, texts.getOrDefault(revision.body(), Body.NONE)))
                .toList();
    }

    public List<Placed> steps(@Nullable Placed last, int most) {
        var t = ARTICLES_TRANSITION;
        Condition behind =
                last == null ? DSL.noCondition() : behind(t.ARTICLE_ID, last.article(), t.POSITION, last.position());
        return database.sql()
                .select(t.fields())
                .from(t)
                .where(behind)
                .orderBy(t.ARTICLE_ID, t.POSITION)
                .limit(most)
                .fetch(HistoryStore::placed);
    }

    public List<Correction> corrections(long after, int most) {
        var t = ARTICLES_CORRECTION;
        return database.sql()
                .selectFrom(t)
                .where(t.ID.gt(after))
                .orderBy(t.ID)
                .limit(most)
                .fetch(CorrectionStore::correction);
    }

    /** @param after the article of the last one */
    public List<PendingRetraction> proposals(long after, int most) {
        var t = ARTICLES_PENDING_RETRACTION;
        return database.sql()
                .selectFrom(t)
                .where(t.ARTICLE_ID.gt(after))
                .orderBy(t.ARTICLE_ID)
                .limit(most)
                .fetch(CorrectionStore::proposal);
    }

    /** @param after the article of the last one */
    public List<LiveBlog> liveBlogs(long after, int most) {
        var t = ARTICLES_LIVE_BLOG;
        return database.sql()
                .select(t.ARTICLE_ID, t.STARTED_AT, t.CLOSED_AT)
                .from(t)
                .where(t.ARTICLE_ID.gt(after))
                .orderBy(t.ARTICLE_ID)
                .limit(most)
                .fetch(found -> new LiveBlog(found.value1(), found.value2(), found.value3()));
    }

    /** @param removed whether readers do not see it any more */
    public record Entry(LiveEntry entry, boolean removed) {}

    public List<Entry> liveEntries(long after, int most) {
        var t = ARTICLES_LIVE_ENTRY;
        return database.sql()
                .selectFrom(t)
                .where(t.ID.gt(after))
                .orderBy(t.ID)
                .limit(most)
                .fetch(found -> new Entry(LiveStore.entry(found), found.getShown() != LiveStore.SHOWN));
    }

    /** Those of one live blog that readers see, newest first. */
    public List<LiveEntry> shown(long article, @Nullable LiveEntry last, int most) {
        var t = ARTICLES_LIVE_ENTRY;
        Condition behind = last == null
                ? DSL.noCondition()
                : t.ENTERED_AT.le(last.at()).and(t.ENTERED_AT.lt(last.at()).or(t.ID.lt(last.id())));
        return database.sql()
                .selectFrom(t)
                .where(t.ARTICLE_ID.eq(article))
                .and(t.SHOWN.eq(LiveStore.SHOWN))
                .and(behind)
                .orderBy(t.ENTERED_AT.desc(), t.ID.desc())
                .limit(most)
                .fetch(LiveStore::entry);
    }

    /** What an entry said before. */
    public record Earlier(long entry, LiveWording wording) {}

    public List<Earlier> wordings(@Nullable Earlier last, int most) {
        var t = ARTICLES_LIVE_WORDING;
        Condition behind =
                last == null ? DSL.noCondition() : behind(t.ENTRY_ID, last.entry, t.VERSION, last.wording.version());
        return database.sql()
                .selectFrom(t)
                .where(behind)
                .orderBy(t.ENTRY_ID, t.VERSION)
                .limit(most)
                .fetch(found -> new Earlier(found.getEntryId(), LiveWordings.wording(found)));
    }

    /**
     * What lies behind a place in a key of two columns, written so that the index begins there. MariaDB makes no range of a
     * comparison of rows, and one of the first column alone of {@code a >= ? AND (a > ? OR b > ?)}, behind whose first value
     * there may be very many.
     */
    private static <A, B> Condition behind(Field<A> first, A a, Field<B> second, B b) {
        return first.gt(a).or(first.eq(a).and(second.gt(b)));
    }
}
