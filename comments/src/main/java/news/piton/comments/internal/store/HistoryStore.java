package news.piton.comments.internal.store;

import static news.piton.comments.internal.store.generated.Tables.COMMENTS_MODERATION_EVENT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.comments.CommentStatus;
import news.piton.comments.internal.policy.Rule;
import news.piton.comments.internal.store.generated.tables.records.CommentsModerationEventRecord;
import news.piton.comments.internal.thread.ModerationEvent;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import org.jspecify.annotations.Nullable;

/** What was decided about comments, and by whom. */
public final class HistoryStore {
    private final Database database;
    private final Ids ids;

    public HistoryStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** @param staffId who decided; null for the author */
    public void add(long commentId, @Nullable Long staffId, ModerationEvent event) {
        Rule rule = event.rule();
        database.sql()
                .insertInto(COMMENTS_MODERATION_EVENT)
                .set(COMMENTS_MODERATION_EVENT.ID, ids.next())
                .set(COMMENTS_MODERATION_EVENT.COMMENT_ID, commentId)
                .set(COMMENTS_MODERATION_EVENT.DECIDED_AT, event.at())
                .set(COMMENTS_MODERATION_EVENT.STAFF_ID, staffId)
                .set(COMMENTS_MODERATION_EVENT.MODERATOR, event.moderator())
                .set(COMMENTS_MODERATION_EVENT.STATUS_BEFORE, event.from().name())
                .set(COMMENTS_MODERATION_EVENT.STATUS_AFTER, event.to().name())
                .set(COMMENTS_MODERATION_EVENT.RULE, rule == null ? null : rule.name())
                .set(COMMENTS_MODERATION_EVENT.NOTE, event.note())
                .execute();
    }

    /** One list for each comment asked for, oldest first. */
    public Map<Long, List<ModerationEvent>> of(Set<Long> commentIds) {
        Map<Long, List<ModerationEvent>> histories = database.sql()
                .selectFrom(COMMENTS_MODERATION_EVENT)
                .where(COMMENTS_MODERATION_EVENT.COMMENT_ID.in(commentIds))
                .orderBy(COMMENTS_MODERATION_EVENT.COMMENT_ID, COMMENTS_MODERATION_EVENT.ID)
                .fetchGroups(COMMENTS_MODERATION_EVENT.COMMENT_ID, HistoryStore::event);
        commentIds.forEach(id -> histories.putIfAbsent(id, List.of()));
        return histories;
    }

    private static ModerationEvent event(CommentsModerationEventRecord row) {
        String rule = row.getRule();
        return new ModerationEvent(
                row.getDecidedAt(),
                row.getModerator(),
                CommentStatus.valueOf(row.getStatusBefore()),
                CommentStatus.valueOf(row.getStatusAfter()),
                rule == null ? null : Rule.valueOf(rule),
                row.getNote());
    }
}
