package news.piton.comments.internal.store;

import static news.piton.comments.internal.store.generated.Tables.COMMENTS_COMMENT;
import static news.piton.comments.internal.store.generated.Tables.COMMENTS_DISCUSSION;
import static org.jooq.impl.DSL.selectCount;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.comments.internal.thread.Discussion;
import news.piton.core.database.Database;
import news.piton.core.database.PreparedSelect;

/** Discussions as a whole. */
public final class DiscussionStore {
    private final Database database;
    private final PreparedSelect<Integer> discussions;

    public DiscussionStore(Database database) {
        this.database = database;
        this.discussions = database.prepared();
    }

    /** One for every article asked for. */
    public Map<Long, Discussion> of(Set<Long> articleIds) {
        Map<Long, Discussion> discussions = new HashMap<>();
        articleIds.forEach(id -> discussions.put(id, Discussion.untouched(id)));
        if (!articleIds.isEmpty()) {
            read(articleIds).forEach(discussion -> discussions.put(discussion.articleId(), discussion));
        }
        return discussions;
    }

    /** How many comments readers see, where there are any. */
    public Map<Long, Integer> shownCounts(Set<Long> articleIds) {
        Map<Long, Integer> counts = new HashMap<>();
        of(articleIds).forEach((id, discussion) -> counts.put(id, discussion.shownCount()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    public Discussion of(long articleId) {
        return of(Set.of(articleId)).getOrDefault(articleId, Discussion.untouched(articleId));
    }

    /**
     * Takes the lock that whoever changes a discussion must hold until the end of the transaction. Several at once are
     * locked in the order of their ids, so that two callers cannot wait for one another: one statement, row by row.
     */
    public void lock(Collection<Long> articleIds) {
        if (articleIds.isEmpty()) {
            return;
        }
        var insert = database.sql().insertInto(COMMENTS_DISCUSSION, COMMENTS_DISCUSSION.ARTICLE_ID);
        for (long id : articleIds.stream().sorted().distinct().toList()) {
            insert = insert.values(id);
        }
        insert.onDuplicateKeyUpdate()
                .set(COMMENTS_DISCUSSION.ARTICLE_ID, COMMENTS_DISCUSSION.ARTICLE_ID)
                .execute();
    }

    /** Under its lock. */
    public void setOpen(long articleId, boolean open) {
        database.sql()
                .update(COMMENTS_DISCUSSION)
                .set(COMMENTS_DISCUSSION.OPEN, open)
                .where(COMMENTS_DISCUSSION.ARTICLE_ID.eq(articleId))
                .execute();
    }

    /** Counts anew what readers see; under the lock. */
    public void recount(Collection<Long> articleIds) {
        database.sql()
                .update(COMMENTS_DISCUSSION)
                .set(
                        COMMENTS_DISCUSSION.SHOWN_COUNT,
                        selectCount()
                                .from(COMMENTS_COMMENT)
                                .where(COMMENTS_COMMENT.ARTICLE_ID.eq(COMMENTS_DISCUSSION.ARTICLE_ID))
                                .and(COMMENTS_COMMENT.SHOWN)
                                .<Integer>asField())
                .where(COMMENTS_DISCUSSION.ARTICLE_ID.in(articleIds))
                .execute();
    }

    private List<Discussion> read(Set<Long> articleIds) {
        return discussions
                .fetch(
                        articleIds.size(),
                        () -> database.sql()
                                .select(
                                        COMMENTS_DISCUSSION.ARTICLE_ID,
                                        COMMENTS_DISCUSSION.OPEN,
                                        COMMENTS_DISCUSSION.SHOWN_COUNT)
                                .from(COMMENTS_DISCUSSION)
                                .where(COMMENTS_DISCUSSION.ARTICLE_ID.in(PreparedSelect.ids(articleIds))),
                        PreparedSelect.valuesOf(articleIds))
                .map(row -> new Discussion(
                        row.get(COMMENTS_DISCUSSION.ARTICLE_ID),
                        row.get(COMMENTS_DISCUSSION.OPEN),
                        row.get(COMMENTS_DISCUSSION.SHOWN_COUNT)));
    }
}
