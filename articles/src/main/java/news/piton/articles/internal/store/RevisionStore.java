package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BODY;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_PENDING;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_REVISION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_REVISION_BODY;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.revising.Manuscript;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.revising.Save;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import org.jooq.impl.DSL;

/** Writes down what is saved of articles, in the caller's transaction, which holds the article's lock. */
public final class RevisionStore {
    private final Database database;
    private final Ids ids;
    private final RevisionRows rows;
    private final Baselines baselines;

    public RevisionStore(Database database, Ids ids, Permalinks permalinks) {
        this.database = database;
        this.ids = ids;
        this.rows = new RevisionRows(permalinks);
        this.baselines = new Baselines(database, permalinks);
    }

    /** Writes down how an article stands, unless it has revisions. */
    public void keepBaseline(long article) {
        Revision baseline = baselines.of(Set.of(article)).get(article);
        if (baseline != null) {
            begin(baseline, new Save(baseline.action(), null, null, null, baseline.savedAt()));
        }
    }

    /** Writes down an article that has just been filed as its first revision. */
    public void begin(long article, Save save) {
        begin(Objects.requireNonNull(baselines.of(Set.of(article)).get(article)), save);
    }

    /** Images of a text that stands are in use already. */
    private void begin(Revision baseline, Save save) {
        long article = baseline.article();
        insert(article, article, baseline.number(), baseline.manuscript(Body.NONE), save, article);
        var body = ARTICLES_REVISION_BODY;
        database.sql()
                .insertInto(body, body.ID, body.ARTICLE_ID, body.HTML, body.TEXT, body.WORD_COUNT)
                .select(DSL.select(
                                ARTICLES_BODY.ARTICLE_ID,
                                ARTICLES_BODY.ARTICLE_ID,
                                ARTICLES_BODY.HTML,
                                ARTICLES_BODY.TEXT,
                                ARTICLES_BODY.WORD_COUNT)
                        .from(ARTICLES_BODY)
                        .where(ARTICLES_BODY.ARTICLE_ID.eq(article)))
                .execute();
    }

    /**
     * Writes down the next revision.
     *
     * @param kept texts of the same article that are kept already, by where: a text that is one of them is not kept twice
     * @return its number among all revisions
     */
    public long add(long article, int number, Manuscript text, Save save, Map<Long, Body> kept) {
        long id = ids.next();
        long body = kept.entrySet().stream()
                .filter(known -> known.getValue().equals(text.body()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
        insert(id, article, number, text, save, body);
        if (body == id) {
            insertBody(id, article, text.body());
        }
        return id;
    }

    private void insert(long id, long article, int number, Manuscript text, Save save, long body) {
        String picture = rows.url(text.image());
        if (picture != null) {
            UploadStore.use(database, picture);
        }
        database.sql()
                .insertInto(ARTICLES_REVISION)
                .set(rows.row(id, article, number, text, save, body))
                .execute();
    }

    private void insertBody(long id, long article, Body text) {
        UploadStore.use(database, text.html());
        database.sql()
                .insertInto(ARTICLES_REVISION_BODY)
                .set(ARTICLES_REVISION_BODY.ID, id)
                .set(ARTICLES_REVISION_BODY.ARTICLE_ID, article)
                .set(ARTICLES_REVISION_BODY.HTML, text.html())
                .set(ARTICLES_REVISION_BODY.TEXT, text.text())
                .set(ARTICLES_REVISION_BODY.WORD_COUNT, text.wordCount())
                .execute();
    }

    /** Lets this revision of an article wait for approval, in place of the one that may wait now. */
    public void hold(long article, long revision) {
        database.sql()
                .insertInto(ARTICLES_PENDING)
                .set(ARTICLES_PENDING.ARTICLE_ID, article)
                .set(ARTICLES_PENDING.REVISION_ID, revision)
                .onDuplicateKeyUpdate()
                .set(ARTICLES_PENDING.REVISION_ID, revision)
                .execute();
    }

    /** Lets nothing of an article wait any more. */
    public void release(long article) {
        database.sql()
                .deleteFrom(ARTICLES_PENDING)
                .where(ARTICLES_PENDING.ARTICLE_ID.eq(article))
                .execute();
    }
}
