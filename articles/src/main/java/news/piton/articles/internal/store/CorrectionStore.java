package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_CORRECTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_PENDING_RETRACTION;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.piton.articles.CorrectionKind;
import news.piton.articles.CorrectionView;
import news.piton.articles.internal.store.generated.tables.records.ArticlesCorrectionRecord;
import news.piton.articles.internal.store.generated.tables.records.ArticlesPendingRetractionRecord;
import news.piton.core.database.Database;
import news.piton.core.database.PreparedSelect;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Keeps corrections and the retractions that wait. Writes are in the caller's transaction; each read is one statement. */
public final class CorrectionStore {
    private final Database database;
    private final PreparedSelect<Integer> ofArticles;
    private final InstantSource clock;

    public CorrectionStore(Database database, InstantSource clock) {
        this.database = database;
        this.ofArticles = database.prepared();
        this.clock = clock;
    }

    public void add(long id, long article, CorrectionView correction) {
        var row = new ArticlesCorrectionRecord();
        row.setId(id);
        row.setArticleId(article);
        row.setKind(correction.kind().name());
        row.setText(correction.text());
        row.setCorrectedAt(correction.at());
        database.sql().insertInto(ARTICLES_CORRECTION).set(row).execute();
    }

    /** The corrections of each of these articles, newest first. */
    public Map<Long, List<CorrectionView>> ofArticles(Collection<Long> articles) {
        var t = ARTICLES_CORRECTION;
        return ofArticles
                .fetch(
                        articles.size(),
                        () -> DSL.select(t.ID, t.ARTICLE_ID, t.KIND, t.TEXT, t.CORRECTED_AT)
                                .from(t)
                                .where(t.ARTICLE_ID.in(PreparedSelect.ids(articles)))
                                .orderBy(t.ARTICLE_ID, t.CORRECTED_AT.desc(), t.ID.desc()),
                        PreparedSelect.valuesOf(articles))
                .into(t)
                .intoGroups(t.ARTICLE_ID, row -> correction(row).view());
    }

    public boolean retracted(long article) {
        var t = ARTICLES_CORRECTION;
        return database.sql().fetchExists(t, t.ARTICLE_ID.eq(article).and(t.KIND.eq(CorrectionKind.RETRACTION.name())));
    }

    /** The corrections of all articles that readers see, newest first. */
    public Connection<Correction> page(PageRequest request) {
        var t = ARTICLES_CORRECTION;
        Instant now = clock.instant();
        boolean backward = request.backward();
        List<Correction> rows = database.sql()
                .select(t.fields())
                .from(t)
                .straightJoin(ARTICLES_ARTICLE)
                .on(ARTICLES_ARTICLE.ID.eq(t.ARTICLE_ID))
                .where(ArticleColumns.open(now))
                .and(behind(request, t.CORRECTED_AT, t.ID, backward))
                .orderBy(backward ? t.CORRECTED_AT.asc() : t.CORRECTED_AT.desc(), backward ? t.ID.asc() : t.ID.desc())
                .limit(request.size() + 1)
                .fetch(row -> correction(row.into(t)));
        return Connection.of(
                rows,
                request,
                correction -> Cursor.of(correction.view().at(), correction.id()),
                () -> database.sql()
                        .fetchCount(
                                t.join(ARTICLES_ARTICLE).on(ARTICLES_ARTICLE.ID.eq(t.ARTICLE_ID)),
                                ArticleColumns.open(now)));
    }

    /** @return false when one waits already */
    public boolean propose(PendingRetraction proposal) {
        var row = new ArticlesPendingRetractionRecord();
        row.setArticleId(proposal.articleId());
        row.setText(proposal.text());
        row.setStaffId(proposal.staff());
        row.setStaffName(proposal.proposedBy());
        row.setProposedAt(proposal.proposedAt());
        return Duplicates.unless(() ->
                database.sql().insertInto(ARTICLES_PENDING_RETRACTION).set(row).execute());
    }

    public void dropProposal(long article) {
        var t = ARTICLES_PENDING_RETRACTION;
        database.sql().deleteFrom(t).where(t.ARTICLE_ID.eq(article)).execute();
    }

    public Optional<PendingRetraction> proposal(long article) {
        return Optional.ofNullable(proposals(List.of(article)).get(article));
    }

    public Map<Long, PendingRetraction> proposals(Collection<Long> articles) {
        var t = ARTICLES_PENDING_RETRACTION;
        return database.sql()
                .selectFrom(t)
                .where(t.ARTICLE_ID.in(articles))
                .fetchMap(t.ARTICLE_ID, CorrectionStore::proposal);
    }

    /** Oldest first. */
    public Connection<PendingRetraction> proposals(PageRequest request) {
        var t = ARTICLES_PENDING_RETRACTION;
        boolean backward = request.backward();
        List<PendingRetraction> rows = database.sql()
                .selectFrom(t)
                .where(behind(request, t.PROPOSED_AT, t.ARTICLE_ID, !backward))
                .orderBy(
                        backward ? t.PROPOSED_AT.desc() : t.PROPOSED_AT.asc(),
                        backward ? t.ARTICLE_ID.desc() : t.ARTICLE_ID.asc())
                .limit(request.size() + 1)
                .fetch(CorrectionStore::proposal);
        return Connection.of(
                rows,
                request,
                proposal -> Cursor.of(proposal.proposedAt(), proposal.articleId()),
                () -> database.sql().fetchCount(t));
    }

    private static Condition behind(PageRequest request, Field<Instant> time, Field<Long> id, boolean upward) {
        Cursor cursor = request.cursor();
        if (cursor == null) {
            return DSL.noCondition();
        }
        Instant at = cursor.time();
        long last = cursor.key(1, 2);
        return upward
                ? time.ge(at).and(time.gt(at).or(id.gt(last)))
                : time.le(at).and(time.lt(at).or(id.lt(last)));
    }

    static Correction correction(ArticlesCorrectionRecord row) {
        return new Correction(row.getId(), row.getArticleId(), row.getKind(), row.getText(), row.getCorrectedAt());
    }

    static PendingRetraction proposal(ArticlesPendingRetractionRecord row) {
        return new PendingRetraction(
                row.getArticleId(), row.getText(), row.getStaffId(), row.getStaffName(), row.getProposedAt());
    }
}
