package news.piton.newsletter.internal.store;

import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_ISSUE;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.piton.core.database.Database;
import news.piton.core.id.GlobalId;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.site.Site;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.issue.Subject;
import news.piton.newsletter.internal.store.generated.tables.records.NewsletterIssueRecord;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The issues and where they stand. */
public final class IssueStore {
    /** The states of an issue that readers got, or are getting. */
    static final List<String> BEGUN =
            List.of(IssueStatus.SENDING.name(), IssueStatus.PAUSED.name(), IssueStatus.SENT.name());

    private static final Field<Integer> PAGE = DSL.field(DSL.name("page"), Integer.class);
    private final Database database;
    private final Site site;

    public IssueStore(Database database, Site site) {
        this.database = database;
        this.site = site;
    }

    /** What was published from one moment (inclusive) to another (exclusive). */
    public record Span(Instant from, Instant to) {}

    /** @param revision grows whenever the issue says something else */
    public record Standing(IssueStatus status, int revision) {}

    public IssueView add(long id, long newsletterId, IssueStatus status, String subject, Span span, Instant now) {
        NewsletterIssueRecord row = database.sql().newRecord(NEWSLETTER_ISSUE);
        row.setId(id);
        row.setNewsletterId(newsletterId);
        row.setStatus(status.name());
        row.setSubject(subject);
        row.setCoversFrom(span.from());
        row.setCoversTo(span.to());
        row.setComposedAt(now);
        if (status == IssueStatus.SKIPPED) {
            row.setStartedAt(now);
        }
        row.insert();
        return view(row);
    }

    public Optional<IssueView> find(long id) {
        return Optional.ofNullable(byId(List.of(id)).get(id));
    }

    public Map<Long, IssueView> byId(Collection<Long> ids) {
        return database.sql()
                .selectFrom(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.ID.in(ids))
                .fetchMap(NEWSLETTER_ISSUE.ID, this::view);
    }

    public Optional<Standing> standing(long id) {
        return database.sql()
                .select(NEWSLETTER_ISSUE.STATUS, NEWSLETTER_ISSUE.REVISION)
                .from(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.ID.eq(id))
                .fetchOptional(row -> new Standing(IssueStatus.valueOf(row.value1()), row.value2()));
    }

    /** Locked until the end of the transaction. */
    public Optional<IssueView> lock(long id) {
        return database.sql()
                .selectFrom(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.ID.eq(id))
                .forUpdate()
                .fetchOptional(this::view);
    }

    /** Newest first; one statement for all pages. */
    public Map<NewsletterPage, Connection<IssueView>> pages(Collection<NewsletterPage> asked, boolean onlySent) {
        List<NewsletterPage> pages = List.copyOf(asked);
        Map<Integer, List<IssueView>> rows = IntStream.range(0, pages.size())
                .mapToObj(number -> page(number, pages.get(number), onlySent))
                .reduce(Select::unionAll)
                .orElseThrow()
                .fetchGroups(PAGE, row -> view(row.into(NEWSLETTER_ISSUE)));
        Counts counts = new Counts(() -> counts(pages, onlySent));
        Map<NewsletterPage, Connection<IssueView>> connections = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            NewsletterPage page = pages.get(i);
            List<IssueView> found = rows.getOrDefault(i, List.of());
            connections.put(
                    page,
                    Connection.of(
                            found, page.request(), row -> Cursor.of(row.id()), () -> counts.of(page.newsletterId())));
        }
        return connections;
    }

    private Select<Record> page(int number, NewsletterPage page, boolean onlySent) {
        boolean backward = page.request().backward();
        Condition which = NEWSLETTER_ISSUE.NEWSLETTER_ID.eq(page.newsletterId()).and(shown(onlySent));
        Cursor cursor = page.request().cursor();
        if (cursor != null) {
            long id = cursor.key(0, 1);
            which = which.and(backward ? NEWSLETTER_ISSUE.ID.gt(id) : NEWSLETTER_ISSUE.ID.lt(id));
        }
        return database.sql()
                .select(NEWSLETTER_ISSUE.fields())
                .select(DSL.inline(number).as(PAGE))
                .from(NEWSLETTER_ISSUE)
                .where(which)
                .orderBy(backward ? NEWSLETTER_ISSUE.ID.asc() : NEWSLETTER_ISSUE.ID.desc())
                .limit(page.request().size() + 1);
    }

    private Map<Long, Integer> counts(List<NewsletterPage> pages, boolean onlySent) {
        return database.sql()
                .select(NEWSLETTER_ISSUE.NEWSLETTER_ID, DSL.count())
                .from(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.NEWSLETTER_ID.in(
                        pages.stream().map(NewsletterPage::newsletterId).toList()))
                .and(shown(onlySent))
                .groupBy(NEWSLETTER_ISSUE.NEWSLETTER_ID)
                .fetchMap(NEWSLETTER_ISSUE.NEWSLETTER_ID, DSL.count());
    }

    private static Condition shown(boolean onlySent) {
        return onlySent ? NEWSLETTER_ISSUE.STATUS.eq(IssueStatus.SENT.name()) : DSL.noCondition();
    }

    /** Those that have begun and are not through: sending, paused, or cancelled with mails under way. The longest begun first. */
    public List<IssueView> unfinished() {
        return database.sql()
                .selectFrom(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.STATUS.in(
                        IssueStatus.SENDING.name(), IssueStatus.PAUSED.name(), IssueStatus.CANCELLED.name()))
                .and(NEWSLETTER_ISSUE.STARTED_AT.isNotNull())
                .and(NEWSLETTER_ISSUE.FINISHED_AT.isNull())
                .orderBy(NEWSLETTER_ISSUE.STARTED_AT, NEWSLETTER_ISSUE.ID)
                .fetch(this::view);
    }

    /** Where the first issue that readers got begins; empty before it. */
    public Optional<Instant> coveredFrom(long newsletterId) {
        return database.sql()
                .select(DSL.min(NEWSLETTER_ISSUE.COVERS_FROM))
                .from(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.NEWSLETTER_ID.eq(newsletterId))
                .and(NEWSLETTER_ISSUE.STATUS.in(BEGUN))
                .fetchOptional(row -> row.value1());
    }

    /** Whether an issue began, or was skipped, at that time or later, and was not cancelled. */
    public boolean begunSince(long newsletterId, Instant time) {
        return database.sql()
                .fetchExists(
                        NEWSLETTER_ISSUE,
                        NEWSLETTER_ISSUE
                                .NEWSLETTER_ID
                                .eq(newsletterId)
                                .and(NEWSLETTER_ISSUE.STARTED_AT.ge(time))
                                .and(NEWSLETTER_ISSUE.STATUS.ne(IssueStatus.CANCELLED.name())));
    }

    /** To be called with every change of what the issue says: whoever is sending it reads it again. */
    public void entitle(long id, Subject subject) {
        database.sql()
                .update(NEWSLETTER_ISSUE)
                .set(NEWSLETTER_ISSUE.SUBJECT, subject.text())
                .set(NEWSLETTER_ISSUE.REVISION, NEWSLETTER_ISSUE.REVISION.plus(1))
                .where(NEWSLETTER_ISSUE.ID.eq(id))
                .execute();
    }

    public void begin(long id, Instant now) {
        database.sql()
                .update(NEWSLETTER_ISSUE)
                .set(NEWSLETTER_ISSUE.STATUS, IssueStatus.SENDING.name())
                .set(NEWSLETTER_ISSUE.STARTED_AT, now)
                .where(NEWSLETTER_ISSUE.ID.eq(id))
                .execute();
    }

    /** Answers false when it no longer stood at {@code from}, and nothing was changed. */
    public boolean move(long id, IssueStatus from, IssueStatus to) {
        return database.sql()
                        .update(NEWSLETTER_ISSUE)
                        .set(NEWSLETTER_ISSUE.STATUS, to.name())
                        .where(NEWSLETTER_ISSUE.ID.eq(id))
                        .and(NEWSLETTER_ISSUE.STATUS.eq(from.name()))
                        .execute()
                == 1;
    }

    public void finished(long id, Instant now) {
        database.sql()
                .update(NEWSLETTER_ISSUE)
                .set(NEWSLETTER_ISSUE.FINISHED_AT, now)
                .where(NEWSLETTER_ISSUE.ID.eq(id))
                .execute();
    }

    private IssueView view(NewsletterIssueRecord row) {
        IssueStatus status = IssueStatus.valueOf(row.getStatus());
        return new IssueView(
                row.getId(),
                row.getNewsletterId(),
                status,
                row.getSubject(),
                URI.create(site.link("/newsletter/issues/" + GlobalId.encode("Issue", row.getId()))),
                row.getComposedAt(),
                row.getStartedAt(),
                status == IssueStatus.SENT ? row.getFinishedAt() : null);
    }
}
