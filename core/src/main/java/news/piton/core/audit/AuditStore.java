package news.piton.core.audit;

import static news.piton.core.database.generated.Tables.CORE_AUDIT;
import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The audit log's rows; their ids are in the order of time. */
final class AuditStore {
    private static final int LONGEST_SUBJECTS = 4_000;

    private final Database database;

    AuditStore(Database database) {
        this.database = database;
    }

    void add(AuditEntry entry) {
        database.sql()
                .insertInto(CORE_AUDIT)
                .set(CORE_AUDIT.ID, entry.id())
                .set(CORE_AUDIT.AT, entry.at())
                .set(CORE_AUDIT.ACTOR_ID, entry.actorId())
                .set(CORE_AUDIT.ACTOR_NAME, entry.actorName())
                .set(CORE_AUDIT.VIA, entry.via())
                .set(CORE_AUDIT.ACTION, entry.action())
                .set(CORE_AUDIT.SUBJECTS, joined(entry.subjects()))
                .set(CORE_AUDIT.OUTCOME, entry.outcome())
                .set(CORE_AUDIT.DETAIL, entry.detail())
                .execute();
    }

    Connection<AuditEntry> page(PageRequest request, @Nullable Long actorId, @Nullable String action) {
        Condition wanted = noCondition();
        if (actorId != null) {
            wanted = wanted.and(CORE_AUDIT.ACTOR_ID.eq(actorId));
        }
        if (action != null) {
            wanted = wanted.and(CORE_AUDIT.ACTION.eq(action));
        }
        Condition which = wanted;
        Cursor cursor = request.cursor();
        Condition beyond = noCondition();
        if (cursor != null) {
            long id = cursor.key(0, 1);
            beyond = request.backward() ? CORE_AUDIT.ID.gt(id) : CORE_AUDIT.ID.lt(id);
        }
        List<AuditEntry> rows = database.sql()
                .selectFrom(CORE_AUDIT)
                .where(which, beyond)
                .orderBy(request.backward() ? CORE_AUDIT.ID.asc() : CORE_AUDIT.ID.desc())
                .limit(request.size() + 1)
                .fetch(row -> new AuditEntry(
                        row.get(CORE_AUDIT.ID),
                        row.get(CORE_AUDIT.AT),
                        row.get(CORE_AUDIT.ACTOR_ID),
                        row.get(CORE_AUDIT.ACTOR_NAME),
                        row.get(CORE_AUDIT.VIA),
                        row.get(CORE_AUDIT.ACTION),
                        subjects(row.get(CORE_AUDIT.SUBJECTS)),
                        row.get(CORE_AUDIT.OUTCOME),
                        row.get(CORE_AUDIT.DETAIL)));
        return Connection.of(
                rows,
                request,
                entry -> Cursor.of(entry.id()),
                () -> database.sql().fetchCount(CORE_AUDIT, which));
    }

    /** As many ids as fit; a hundred do. */
    private static String joined(List<String> subjects) {
        StringBuilder text = new StringBuilder();
        for (String subject : subjects) {
            if (text.length() + subject.length() + 1 > LONGEST_SUBJECTS) {
                break;
            }
            text.append(text.isEmpty() ? "" : " ").append(subject);
        }
        return text.toString();
    }

    private static List<String> subjects(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }
}
