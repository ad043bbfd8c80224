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

    /**
     * Adds what was decided about some comments, by their ids: one statement, and none for no comments.
     *
     * @param staffId who decided; null for the author
     */
    public void add(@Nullable Long staffId, Map<Long, ModerationEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var insert = database.sql()
                .insertInto(
                        COMMENTS_MODERATION_EVENT,
                        COMMENTS_MODERATION_EVENT.ID,
                        COMMENTS_MODERATION_EVENT.COMMENT_ID,
                        COMMENTS_MODERATION_EVENT.DECIDED_AT,
                        COMMENTS_MODERATION_EVENT.STAFF_ID,
                        COMMENTS_MODERATION_EVENT.MODERATOR,
                        COMMENTS_MODERATION_EVENT.STATUS_BEFORE,
                        COMMENTS_MODERATION_EVENT.STATUS_AFTER,
                        COMMENTS_MODERATION_EVENT.RULE,
                        COMMENTS_MODERATION_EVENT.NOTE);
        for (Map.Entry<Long, ModerationEvent> entry : events.entrySet()) {
            ModerationEvent event = entry.getValue();
            Rule rule = event.rule();
            insert = insert.values(
                    ids.next(),
                    entry.getKey(),
                    event.at(),
                    staffId,
                    event.moderator(),
                    event.from().name(),
                    event.to().name(),
                    rule == null ? null : rule.name(),
                    event.note());
        }
        insert.execute();
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
