package news.piton.core.outbox;

/** Publishes events in the caller's transaction: either both the change and its event are stored, or neither is. */
public final class Outbox {

    /** @throws IllegalStateException outside a transaction */
    public <E extends Record> void publish(EventType<E> type, E event) {
        throw new UnsupportedOperationException();
    }
}
