package news.piton.core.host.execution;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.piton.core.graphql.Caller;
import news.piton.core.plugin.Contribution.Live;
import news.piton.core.plugin.LiveField;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber's stream of answers: an event comes in, the module decides what of it this subscriber sees, the selection
 * runs on that. Whoever calls is asked for anew at every event, since a session may have ended in between.
 */
public final class Subscription implements AutoCloseable {
    /** Events that wait for a slow subscriber; one that is slower is let go and has to come back. */
    private static final int WAITING = 256;

    private final Engine engine;
    private final Prepared.Ready document;
    private final Prepared.Operation operation;
    private final Map<String, Object> variables;
    private final Supplier<Caller> caller;
    private final Caller opener;
    private final Source<?> source;

    private Subscription(
            Engine engine,
            Prepared.Ready document,
            Prepared.Operation operation,
            Map<String, Object> variables,
            Supplier<Caller> caller,
            Caller opener,
            Source<?> source) {
        this.engine = engine;
        this.document = document;
        this.operation = operation;
        this.variables = variables;
        this.caller = caller;
        this.opener = opener;
        this.source = source;
    }

    /** A subscription, or the answer that says why there is none. */
    public sealed interface Opened {
        record Open(Subscription subscription) implements Opened {}

        record Refused(Answer answer) implements Opened {}
    }

    /** What came out of waiting for an event. */
    public sealed interface Next {
        record Event(Answer answer) implements Next {}

        /** Nothing for this subscriber in that time. */
        record Quiet() implements Next {}

        /** There will be no more: the subscriber was too slow, or the server stops. */
        record End() implements Next {}
    }

    public static Opened open(
            Engine engine,
            Map<String, Live<?>> fields,
            EventTap events,
            Prepared.Ready document,
            Prepared.Operation operation,
            Map<String, Object> variables,
            Supplier<Caller> caller) {
        LiveValue.Opening opening = new LiveValue.Opening();
        Caller opener = caller.get();
        Answer trial = engine.open(document, operation, variables, opener, opening);
        Live<?> live = opening.field == null ? null : fields.get(opening.field);
        if (live == null) {
            return new Opened.Refused(trial);
        }
        try {
            live.field().admit(opening.arguments, opener);
        } catch (RuntimeException | Error refused) {
            return new Opened.Refused(engine.failed(refused, opener));
        }
        Source<?> source = Source.of(live, opening.arguments, events);
        return new Opened.Open(new Subscription(engine, document, operation, variables, caller, opener, source));
    }

    /** Waits for the next event that shows this subscriber something. One that fails shows its error, and others follow. */
    public Next next(long millis) throws InterruptedException {
        Record event = source.waiting.poll(millis, TimeUnit.MILLISECONDS);
        if (source.ended) {
            return new Next.End();
        }
        if (event == null) {
            return new Next.Quiet();
        }
        try {
            Caller now = caller.get();
            Object shown = source.show(event, now);
            return shown == null
                    ? new Next.Quiet()
                    : new Next.Event(engine.show(document, operation, variables, now, shown));
        } catch (RuntimeException | Error failed) {
            return new Next.Event(engine.failed(failed, opener));
        }
    }

    /** Makes the stream come to its end now, from another thread. */
    public void end() {
        source.ended = true;
        source.waiting.offer(new Wake());
    }

    @Override
    public void close() throws Exception {
        source.following.close();
    }

    private record Wake() {}

    private static final class Source<E extends Record> {
        private final BlockingQueue<Record> waiting = new ArrayBlockingQueue<>(WAITING);
        private final LiveField<E> field;
        private final Class<E> shape;
        private final Map<String, Object> arguments;
        private final AutoCloseable following;
        private volatile boolean ended;

        private Source(Live<E> live, Map<String, Object> arguments, EventTap events) {
            this.field = live.field();
            this.shape = live.event().shape();
            this.arguments = arguments;
            this.following = events.follow(live.event(), event -> {
                if (!waiting.offer(event)) {
                    ended = true;
                }
            });
        }

        static <E extends Record> Source<E> of(Live<E> live, Map<String, Object> arguments, EventTap events) {
            return new Source<>(live, arguments, events);
        }

        @Nullable
        Object show(Record event, Caller caller) {
            return field.show(shape.cast(event), arguments, caller);
        }
    }
}
