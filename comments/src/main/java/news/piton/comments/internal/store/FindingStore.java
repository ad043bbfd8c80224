package news.piton.comments.internal.store;

import static news.piton.comments.internal.store.generated.Tables.COMMENTS_FINDING;

import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.comments.internal.policy.PolicyFinding;
import news.piton.comments.internal.policy.Rule;
import news.piton.comments.internal.policy.Verdict;
import news.piton.comments.internal.store.generated.tables.records.CommentsFindingRecord;
import news.piton.core.database.Database;

/** What the checks found in each comment when it was posted, or last edited. */
public final class FindingStore {
    private final Database database;

    public FindingStore(Database database) {
        this.database = database;
    }

    public void add(long commentId, List<PolicyFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        var insert = database.sql()
                .insertInto(
                        COMMENTS_FINDING,
                        COMMENTS_FINDING.COMMENT_ID,
                        COMMENTS_FINDING.POSITION,
                        COMMENTS_FINDING.RULE,
                        COMMENTS_FINDING.VERDICT,
                        COMMENTS_FINDING.MESSAGE,
                        COMMENTS_FINDING.START_AT,
                        COMMENTS_FINDING.END_AT);
        for (int position = 0; position < findings.size(); position++) {
            PolicyFinding finding = findings.get(position);
            insert = insert.values(
                    commentId,
                    position,
                    finding.rule().name(),
                    finding.verdict().name(),
                    finding.message(),
                    finding.start(),
                    finding.end());
        }
        insert.execute();
    }

    public void replace(long commentId, List<PolicyFinding> findings) {
        database.sql()
                .deleteFrom(COMMENTS_FINDING)
                .where(COMMENTS_FINDING.COMMENT_ID.eq(commentId))
                .execute();
        add(commentId, findings);
    }

    /** One list for each comment asked for. */
    public Map<Long, List<PolicyFinding>> of(Set<Long> commentIds) {
        Map<Long, List<PolicyFinding>> findings = database.sql()
                .selectFrom(COMMENTS_FINDING)
                .where(COMMENTS_FINDING.COMMENT_ID.in(commentIds))
                .orderBy(COMMENTS_FINDING.COMMENT_ID, COMMENTS_FINDING.POSITION)
                .fetchGroups(COMMENTS_FINDING.COMMENT_ID, FindingStore::finding);
        commentIds.forEach(id -> findings.putIfAbsent(id, List.of()));
        return findings;
    }

    private static PolicyFinding finding(CommentsFindingRecord row) {
        return new PolicyFinding(
                Rule.valueOf(row.getRule()),
                Verdict.valueOf(row.getVerdict()),
                row.getMessage(),
                row.getStartAt(),
                row.getEndAt());
    }
}
