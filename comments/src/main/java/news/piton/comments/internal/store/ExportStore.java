package news.piton.comments.internal.store;

import static news.piton.comments.internal.store.generated.Tables.COMMENTS_COMMENT;
import static news.piton.comments.internal.store.generated.Tables.COMMENTS_DISCUSSION;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.core.database.Database;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads all comments, some at a time, parents before answers. */
public final class ExportStore {
    private final Database database;

    public ExportStore(Database database) {
        this.database = database;
    }

    /** @param email what the author left, or null */
    public record Said(CommentView comment, @Nullable String email) {
        /** Whether its author took it back, so that what it said is nobody's business any more. */
        public boolean withdrawn() {
            return comment.status() == CommentStatus.WITHDRAWN;
        }
    }

    public List<Said> below(Collection<Long> articles) {
        return fetch(COMMENTS_COMMENT.ARTICLE_ID.in(articles), Integer.MAX_VALUE);
    }

    /** @param after the id of the last one that was read, or 0 */
    public List<Said> after(long after, int most) {
        return fetch(COMMENTS_COMMENT.ID.gt(after), most);
    }

    /** Those of the articles whose discussions are closed. */
    public Set<Long> closed(Collection<Long> articles) {
        return database.sql()
                .select(COMMENTS_DISCUSSION.ARTICLE_ID)
                .from(COMMENTS_DISCUSSION)
                .where(COMMENTS_DISCUSSION.ARTICLE_ID.in(articles))
                .and(COMMENTS_DISCUSSION.OPEN.eq(DSL.inline(false)))
                .fetchSet(COMMENTS_DISCUSSION.ARTICLE_ID);
    }

    private List<Said> fetch(Condition which, int most) {
        return database.sql()
                .select(CommentRows.COLUMNS)
                .select(COMMENTS_COMMENT.AUTHOR_EMAIL)
                .from(COMMENTS_COMMENT)
                .where(which)
                .orderBy(COMMENTS_COMMENT.ID)
                .limit(most)
                .fetch(row -> new Said(CommentRows.view(row), row.get(COMMENTS_COMMENT.AUTHOR_EMAIL)));
    }
}
