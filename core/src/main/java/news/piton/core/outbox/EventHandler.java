package news.piton.core.outbox;

/**
 * Reacts to an event. Runs in the transaction that marks the delivery done, so that what it writes is applied once; it
 * re-reads the current state, since the event may be old, repeated after a crash, or out of order. The work may run again:
 * what it does outside the database, such as sending a mail, may then happen twice.
 */
@FunctionalInterface
public interface EventHandler<E extends Record> {

    /** @throws RuntimeException to be tried again later, with growing pauses, and parked in the end */
    void handle(E event);
}
