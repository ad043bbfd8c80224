package news.piton.core.plugin;

import java.util.Map;
import news.piton.core.graphql.Caller;
import news.piton.core.outbox.EventType;
import org.jspecify.annotations.Nullable;

/** Decides, for one subscriber, what an {@link EventType event} shows. */
@FunctionalInterface
public interface LiveField<E extends Record> {

    /**
     * The value of the subscription's field for this event, or null when it is none of this subscriber's business. Re-reads
     * the state and applies the rules of access: between event and call, things may have changed.
     *
     * @param arguments the field's arguments
     */
    @Nullable
    Object show(E event, Map<String, Object> arguments, Caller caller);

    /**
     * Asked once, before a stream opens, so that nobody waits for what can never come.
     *
     * @param arguments the field's arguments
     * @throws news.piton.core.fault.Fault that is the answer instead of a stream
     */
    default void admit(Map<String, Object> arguments, Caller caller) {}
}
