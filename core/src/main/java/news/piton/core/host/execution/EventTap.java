package news.piton.core.host.execution;

import java.util.function.Consumer;
import news.piton.core.outbox.EventType;

/** Where subscriptions hear of events, those of other nodes too. */
public interface EventTap {

    /**
     * Tells the listener every event of a type from now on, until closed. The listener returns at once.
     *
     * @throws RuntimeException never from the listener
     */
    <E extends Record> AutoCloseable follow(EventType<E> type, Consumer<E> listener);
}
