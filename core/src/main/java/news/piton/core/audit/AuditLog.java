package news.piton.core.audit;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.id.Ids;
import news.piton.core.identity.Viewer;
import news.piton.core.page.Connection;
import news.piton.core.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** Who did what. Entries are added, never changed. */
public final class AuditLog {
    public static final String DONE = "DONE";

    /** Of what takes long and may be cut off: another entry tells how it ended. */
    public static final String STARTED = "STARTED";

    /** Of what started. */
    public static final String FAILED = "FAILED";

    private static final String COMMAND_LINE = "command line";
    private static final long NO_ACCOUNT = 0;

    private final Database database;
    private final AuditStore store;
    private final Ids ids;
    private final InstantSource clock;

    public AuditLog(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.store = new AuditStore(database);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds an entry, in the caller's transaction if there is one: what is done and recorded stands or falls together.
     *
     * @param action a mutation's name, {@code import} or {@code export}
     * @param subjects global ids of what it is done to
     * @param outcome {@link #DONE}, or a word for how else it ended
     * @param detail the input; values whose names tell of a secret are left out, long texts cut
     */
    public void record(
            Viewer.Staff actor, String action, Collection<String> subjects, String outcome, Map<String, ?> detail) {
        String via =
                actor.credential() == null ? "no session" : actor.credential().toString();
        add(actor.id(), actor.name(), via, action, subjects, outcome, detail);
    }

    /** As {@link #record}, of what an operator does on the command line, where nobody is signed in. */
    public void recordCommand(String action, Collection<String> subjects, String outcome, Map<String, ?> detail) {
        add(NO_ACCOUNT, COMMAND_LINE, COMMAND_LINE, action, subjects, outcome, detail);
    }

    /**
     * Does what an operator asks for on the command line, where nobody is signed in, and adds an entry in the same
     * transaction. What is refused leaves none.
     *
     * @param action the mutation that does the same
     * @param subject the global id of what it was done to
     */
    public <V> Outcome<V> commanded(
            String action, Map<String, ?> detail, Function<V, String> subject, Supplier<Outcome<V>> work) {
        return database.inTransaction(() -> work.get().map(done -> {
            recordCommand(action, List.of(subject.apply(done)), DONE, detail);
            return done;
        }));
    }

    private void add(
            long actorId,
            String actorName,
            String via,
            String action,
            Collection<String> subjects,
            String outcome,
            Map<String, ?> detail) {
        store.add(new AuditEntry(
                ids.next(),
                clock.instant(),
                actorId,
                actorName,
                via,
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
