package news.piton.comments.internal.store;

import static news.piton.comments.internal.store.generated.Tables.COMMENTS_COMMENT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.policy.PolicyFinding;
import news.piton.comments.internal.store.generated.tables.CommentsComment;
import news.piton.comments.internal.thread.CommentText;
import news.piton.comments.internal.thread.NewComment;
import news.piton.comments.internal.thread.Place;
import news.piton.core.database.Database;
import news.piton.core.mail.EmailAddress;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Single comments. */
public final class CommentStore {
    private final Database database;
    private final FindingStore findings;

    public CommentStore(Database database, FindingStore findings) {
        this.database = database;
        this.findings = findings;
    }

    /** Stores a comment with its findings. Nobody sees it before {@link #show}. */
    public void add(NewComment comment) {
        CommentView view = comment.view();
        EmailAddress email = comment.email();
        database.sql()
                .insertInto(COMMENTS_COMMENT)
                .set(COMMENTS_COMMENT.ID, view.id())
                .set(COMMENTS_COMMENT.ARTICLE_ID, view.articleId())
                .set(COMMENTS_COMMENT.PARENT_ID, view.parentId())
                .set(COMMENTS_COMMENT.DEPTH, comment.depth())
                .set(COMMENTS_COMMENT.AUTHOR_NAME, view.author().name())
                .set(COMMENTS_COMMENT.AUTHOR_EMAIL, email == null ? null : email.text())
                .set(COMMENTS_COMMENT.STAFF_ID, comment.staffId())
                .set(COMMENTS_COMMENT.BODY, view.body().text())
                .set(COMMENTS_COMMENT.DIGEST, comment.digest())
                .set(COMMENTS_COMMENT.STATUS, view.status().name())
                .set(COMMENTS_COMMENT.SHOWN, false)
                .set(COMMENTS_COMMENT.POSTED_AT, view.postedAt())
                .set(COMMENTS_COMMENT.VERSION, view.version())
                .execute();
        findings.add(view.id(), comment.findings());
    }

    /** Whatever their status. */
    public Map<Long, CommentView> any(Set<Long> ids) {
        return fetch(ids, DSL.noCondition());
    }

    /** Those that readers see, if they see the article. */
    public Map<Long, CommentView> shown(Set<Long> ids) {
        return fetch(ids, COMMENTS_COMMENT.SHOWN.eq(true));
    }

    /** The place of a comment that readers see under that article. */
    public Optional<Place> placeOfShown(long id, long articleId) {
        return database.sql()
                .select(COMMENTS_COMMENT.PARENT_ID, COMMENTS_COMMENT.DEPTH)
                .from(COMMENTS_COMMENT)
                .where(COMMENTS_COMMENT.ID.eq(id))
                .and(COMMENTS_COMMENT.ARTICLE_ID.eq(articleId))
                .and(COMMENTS_COMMENT.SHOWN.eq(true))
                .fetchOptional(row -> new Place(row.value1(), row.value2()));
    }

    /** The comments under this article in which this author said the same, and did not take it back. */
    public List<Long> repeated(long articleId, String authorName, String digest) {
        return database.sql()
                .select(COMMENTS_COMMENT.ID)
                .from(COMMENTS_COMMENT)
                .where(COMMENTS_COMMENT.DIGEST.eq(digest))
                .and(COMMENTS_COMMENT.ARTICLE_ID.eq(articleId))
                .and(COMMENTS_COMMENT.AUTHOR_NAME.eq(authorName))
                .and(COMMENTS_COMMENT.STATUS.ne(CommentStatus.WITHDRAWN.name()))
                .fetch(COMMENTS_COMMENT.ID);
    }

    /** Under how many other articles the same was said since then. */
    public int articlesWithSameText(long articleId, String digest, Instant since) {
        return database.sql()
                .select(DSL.countDistinct(COMMENTS_COMMENT.ARTICLE_ID))
                .from(COMMENTS_COMMENT)
                .where(COMMENTS_COMMENT.DIGEST.eq(digest))
                .and(COMMENTS_COMMENT.POSTED_AT.ge(since))
                .and(COMMENTS_COMMENT.ARTICLE_ID.ne(articleId))
                .fetchSingle()
                .value1();
    }

    /** Puts another text in place of what a comment said, with what was found in it. Under the lock of its discussion. */
    public void edit(long id, CommentText text, Instant at, List<PolicyFinding> found) {
        database.sql()
                .update(COMMENTS_COMMENT)
                .set(COMMENTS_COMMENT.BODY, text.value())
                .set(COMMENTS_COMMENT.DIGEST, text.digest())
                .set(COMMENTS_COMMENT.EDITED_AT, at)
                .set(COMMENTS_COMMENT.VERSION, COMMENTS_COMMENT.VERSION.plus(1))
                .where(COMMENTS_COMMENT.ID.eq(id))
                .execute();
        findings.replace(id, found);
    }

    /** Under the lock of their discussions. */
    public void setStatus(Collection<Long> ids, CommentStatus status) {
        database.sql()
                .update(COMMENTS_COMMENT)
                .set(COMMENTS_COMMENT.STATUS, status.name())
                .set(COMMENTS_COMMENT.VERSION, COMMENTS_COMMENT.VERSION.plus(1))
                .where(COMMENTS_COMMENT.ID.in(ids))
                .execute();
    }

    /**
     * Shows and hides what must be after these comments changed their status, level by level down their threads: a comment
     * shows when it is approved and the one above it shows. Under the lock of their discussions.
     */
    public void show(Collection<Long> changed) {
        CommentsComment parent = COMMENTS_COMMENT.as("parent");
        Condition visible = COMMENTS_COMMENT
                .STATUS
                .eq(CommentStatus.APPROVED.name())
                .and(COMMENTS_COMMENT.PARENT_ID.isNull().or(parent.SHOWN.eq(true)));
        for (Collection<Long> level = changed; !level.isEmpty(); level = approvedBelow(level)) {
            database.sql()
                    .update(COMMENTS_COMMENT.leftJoin(parent).on(parent.ID.eq(COMMENTS_COMMENT.PARENT_ID)))
                    .set(COMMENTS_COMMENT.SHOWN, DSL.coalesce(DSL.field(visible), DSL.inline(false)))
                    .where(COMMENTS_COMMENT.ID.in(level))
                    .execute();
        }
    }

    /** The addresses that authors left; absent where there is none. */
    public Map<Long, String> emails(Set<Long> ids) {
        return database.sql()
                .select(COMMENTS_COMMENT.ID, COMMENTS_COMMENT.AUTHOR_EMAIL)
                .from(COMMENTS_COMMENT)
                .where(COMMENTS_COMMENT.ID.in(ids))
                .and(COMMENTS_COMMENT.AUTHOR_EMAIL.isNotNull())
                .fetchMap(COMMENTS_COMMENT.ID, COMMENTS_COMMENT.AUTHOR_EMAIL);
    }

    private Map<Long, CommentView> fetch(Set<Long> ids, Condition which) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.sql()
                .select(CommentRows.COLUMNS)
                .from(COMMENTS_COMMENT)
                .where(COMMENTS_COMMENT.ID.in(ids))
                .and(which)
                .fetchMap(COMMENTS_COMMENT.ID, CommentRows::view);
    }

    private List<Long> approvedBelow(Collection<Long> ids) {
        return database.sql()
                .select(COMMENTS_COMMENT.ID)
                .from(COMMENTS_COMMENT)
                .where(COMMENTS_COMMENT.PARENT_ID.in(ids))
                .and(COMMENTS_COMMENT.STATUS.eq(CommentStatus.APPROVED.name()))
                .fetch(COMMENTS_COMMENT.ID);
    }
}
