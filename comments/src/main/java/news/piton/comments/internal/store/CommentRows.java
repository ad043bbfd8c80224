package news.piton.comments.internal.store;

import static news.piton.comments.internal.store.generated.Tables.COMMENTS_COMMENT;

import java.util.List;
import news.piton.comments.CommentAuthor;
import news.piton.comments.CommentBody;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.generated.tables.CommentsComment;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** How a row becomes a comment. */
final class CommentRows {
    private static final CommentsComment ANSWER = COMMENTS_COMMENT.as("answer");
    /**
     * One look into an index for each row; a page of comments without answers then needs no statement for those. MariaDB is
     * told which index: while it takes the table for small, it would read all of it for each row.
     */
    private static final Field<Boolean> ANSWERED = DSL.field(DSL.exists(DSL.selectOne()
                    .from(ANSWER.forceIndex("comments_thread"))
                    .where(ANSWER.ARTICLE_ID.eq(COMMENTS_COMMENT.ARTICLE_ID))
                    .and(ANSWER.PARENT_ID.eq(COMMENTS_COMMENT.ID))
                    .and(ANSWER.SHOWN.eq(DSL.inline(true)))))
            .as("answered");

    static final List<SelectField<?>> COLUMNS = List.of(
            COMMENTS_COMMENT.ID,
            COMMENTS_COMMENT.ARTICLE_ID,
            COMMENTS_COMMENT.PARENT_ID,
            COMMENTS_COMMENT.AUTHOR_NAME,
            COMMENTS_COMMENT.STAFF_ID,
            COMMENTS_COMMENT.BODY,
            COMMENTS_COMMENT.STATUS,
            COMMENTS_COMMENT.POSTED_AT,
            COMMENTS_COMMENT.EDITED_AT,
            ANSWERED,
            COMMENTS_COMMENT.VERSION);

    private CommentRows() {}

    static CommentView view(Record row) {
        return new CommentView(
                row.get(COMMENTS_COMMENT.ID),
                row.get(COMMENTS_COMMENT.ARTICLE_ID),
                row.get(COMMENTS_COMMENT.PARENT_ID),
                new CommentAuthor(row.get(COMMENTS_COMMENT.AUTHOR_NAME), row.get(COMMENTS_COMMENT.STAFF_ID) != null),
                new CommentBody(row.get(COMMENTS_COMMENT.BODY)),
                CommentStatus.valueOf(row.get(COMMENTS_COMMENT.STATUS)),
                row.get(COMMENTS_COMMENT.POSTED_AT),
                row.get(COMMENTS_COMMENT.EDITED_AT),
                row.get(ANSWERED),
                row.get(COMMENTS_COMMENT.VERSION));
    }
}
