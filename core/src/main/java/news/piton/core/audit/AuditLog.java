package news.piton.core.audit;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.identity.Viewer;
import news.piton.core.page.Connection;
import news.piton.core.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** Who did what. Entries are added, never changed. */
public final class AuditLog {
    public static final String DONE = "DONE";

    private final AuditStore store;
    private final Ids ids;
    private final InstantSource clock;

    public AuditLog(Database database, Ids ids, InstantSource clock) {
        this.store = new AuditStore(database);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds an entry, in the caller's transaction if there is one: what is done and recorded stands or falls together.
     *
     * @param action a mutation's name, or {@code import}
     * @param subjects global ids of what it is done to
     * @param outcome {@link #DONE}, or a word for how else it ended
     * @param detail the input; values whose names tell of a secret are left out, long texts cut
     */
    public void record(
            Viewer.Staff actor, String action, Collection<String> subjects, String outcome, Map<String, ?> detail) {
        store.add(new AuditEntry(
                ids.next(),
                clock.instant(),
                actor.id(),
                actor.name(),
                actor.credential() == null ? "no session" : actor.credential().toString(),
                action,
                List.copyOf(subjects),
                outcome,
                Redaction.json(detail)));
    }

    /**
     * Newest first.
     *
     * @param actorId only what this account did; null for all
     * @param action only this mutation; null for all
     */
    public Connection<AuditEntry> entries(PageRequest page, @Nullable Long actorId, @Nullable String action) {
        return store.page(page, actorId, action);
    }
}
