package news.piton.newsletter.internal.store;

import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_HEADLINE;
import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_ISSUE;
import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_TOLD;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.core.database.Database;
import news.piton.newsletter.internal.issue.Headline;
import org.jooq.impl.DSL;

/** What the issues tell of their articles. */
public final class HeadlineStore {
    private final Database database;

    public HeadlineStore(Database database) {
        this.database = database;
    }

    public void add(long issueId, List<Headline> headlines) {
        var insert = database.sql()
                .insertInto(
                        NEWSLETTER_HEADLINE,
                        NEWSLETTER_HEADLINE.ISSUE_ID,
                        NEWSLETTER_HEADLINE.POSITION,
                        NEWSLETTER_HEADLINE.ARTICLE_ID,
                        NEWSLETTER_HEADLINE.SECTION,
                        NEWSLETTER_HEADLINE.HEADLINE,
                        NEWSLETTER_HEADLINE.SUMMARY,
                        NEWSLETTER_HEADLINE.URL);
        int position = 0;
        for (Headline each : headlines) {
            insert = insert.values(
                    issueId, position++, each.articleId(), each.section(), each.headline(), each.summary(), each.url());
        }
        insert.execute();
    }

    public List<Headline> of(long issueId) {
        return of(List.of(issueId)).getOrDefault(issueId, List.of());
    }

    /** In their order. */
    public Map<Long, List<Headline>> of(Collection<Long> issueIds) {
        return database.sql()
                .selectFrom(NEWSLETTER_HEADLINE)
                .where(NEWSLETTER_HEADLINE.ISSUE_ID.in(issueIds))
                .orderBy(NEWSLETTER_HEADLINE.ISSUE_ID, NEWSLETTER_HEADLINE.POSITION)
                .fetchGroups(
                        NEWSLETTER_HEADLINE.ISSUE_ID,
                        row -> new Headline(
                                row.getArticleId(),
                                row.getSection(),
                                row.getHeadline(),
                                row.getSummary(),
                                row.getUrl()));
    }

    /** The issues that tell of an article, in one order. */
    public List<Long> issuesWith(long articleId) {
        return database.sql()
                .select(NEWSLETTER_HEADLINE.ISSUE_ID)
                .from(NEWSLETTER_HEADLINE)
                .where(NEWSLETTER_HEADLINE.ARTICLE_ID.eq(articleId))
                .orderBy(NEWSLETTER_HEADLINE.ISSUE_ID)
                .fetch(NEWSLETTER_HEADLINE.ISSUE_ID);
    }

    /** Takes an article out of every issue. */
    public void withdraw(long articleId) {
        database.sql()
                .deleteFrom(NEWSLETTER_HEADLINE)
                .where(NEWSLETTER_HEADLINE.ARTICLE_ID.eq(articleId))
                .execute();
    }

    /** Notes that the issue's articles are told with it. */
    public void tell(long newsletterId, long issueId) {
        var told = NEWSLETTER_TOLD;
        database.sql()
                .insertInto(told, told.NEWSLETTER_ID, told.ARTICLE_ID, told.ISSUE_ID)
                .select(DSL.select(DSL.val(newsletterId), NEWSLETTER_HEADLINE.ARTICLE_ID, NEWSLETTER_HEADLINE.ISSUE_ID)
                        .from(NEWSLETTER_HEADLINE)
                        .where(NEWSLETTER_HEADLINE.ISSUE_ID.eq(issueId)))
                .onDuplicateKeyUpdate()
                .set(told.ISSUE_ID, issueId)
                .execute();
    }

    /** Those of the articles that an issue of the newsletter has told already; a cancelled one has told nothing. */
    public Set<Long> told(long newsletterId, Collection<Long> articleIds) {
        var told = NEWSLETTER_TOLD;
        return database.sql()
                .select(told.ARTICLE_ID)
                .from(told)
                .join(NEWSLETTER_ISSUE)
                .on(NEWSLETTER_ISSUE.ID.eq(told.ISSUE_ID))
                .where(told.NEWSLETTER_ID.eq(newsletterId))
                .and(told.ARTICLE_ID.in(articleIds))
                .and(NEWSLETTER_ISSUE.STATUS.in(IssueStore.BEGUN))
                .fetchSet(told.ARTICLE_ID);
    }

    /** Leaves an issue those articles only. */
    public void keepOnly(long issueId, Collection<Long> articleIds) {
        database.sql()
                .deleteFrom(NEWSLETTER_HEADLINE)
                .where(NEWSLETTER_HEADLINE.ISSUE_ID.eq(issueId))
                .and(NEWSLETTER_HEADLINE.ARTICLE_ID.notIn(articleIds))
                .execute();
    }
}
