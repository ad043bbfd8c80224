package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_LIVE_ENTRY;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_LIVE_WORDING;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.generated.tables.records.ArticlesLiveWordingRecord;
import news.piton.core.database.Database;
import org.jooq.impl.DSL;

/** What entries of live blogs said before they were changed. */
public final class LiveWordings {
    private final Database database;

    public LiveWordings(Database database) {
        this.database = database;
    }

    /** Keeps what an entry says now, before it is changed. */
    static void keep(Database database, long entry, Instant now) {
        var t = ARTICLES_LIVE_WORDING;
        var said = ARTICLES_LIVE_ENTRY;
        database.sql()
                .insertInto(
                        t,
                        t.ENTRY_ID,
                        t.VERSION,
                        t.ENTERED_AT,
                        t.HEADLINE,
                        t.HTML,
                        t.TEXT,
                        t.WORD_COUNT,
                        t.WRITTEN_BY,
                        t.REPLACED_AT)
                .select(DSL.select(
                                said.ID,
                                said.VERSION,
                                said.ENTERED_AT,
                                said.HEADLINE,
                                said.HTML,
                                said.TEXT,
                                said.WORD_COUNT,
                                DSL.coalesce(said.EDITED_BY, said.POSTED_BY),
                                DSL.val(now, t.REPLACED_AT))
                        .from(said)
                        .where(said.ID.eq(entry)))
                .execute();
    }

    /** All of each entry, newest first, in one statement. */
    public Map<Long, List<LiveWording>> of(Collection<Long> entries) {
        var t = ARTICLES_LIVE_WORDING;
        return database.sql()
                .selectFrom(t)
                .where(t.ENTRY_ID.in(entries))
                .orderBy(t.VERSION.desc())
                .fetchGroups(t.ENTRY_ID, LiveWordings::wording);
    }

    static LiveWording wording(ArticlesLiveWordingRecord row) {
        return new LiveWording(
                row.getVersion(),
                row.getHeadline(),
                new Body(row.getHtml(), row.getText(), row.getWordCount()),
                row.getEnteredAt(),
                row.getWrittenBy(),
                row.getReplacedAt());
    }
}
