package news.piton.core.host.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.piton.core.fault.FaultCode;
import news.piton.core.graphql.Caller;
import news.piton.core.host.execution.Answer;
import news.piton.core.host.execution.Engine;
import news.piton.core.host.execution.EventTap;
import news.piton.core.host.execution.Measures;
import news.piton.core.host.execution.Subscription;
import news.piton.core.plugin.Contribution.Live;
import news.piton.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers as server-sent events, by the protocol graphql-sse in its distinct connections mode: each answer is an event {@code
 * next}, the end an event {@code complete}; a comment now and then keeps proxies from closing a quiet stream. Any operation
 * can be asked for this way; a query or mutation has one answer, and so has whatever is not valid.
 */
final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final byte[] NEXT = ascii("event: next\ndata: ");
    private static final byte[] END_OF_EVENT = ascii("\n\n");
    private static final byte[] COMPLETE = ascii("event: complete\ndata: \n\n");
    private static final byte[] KEEP_ALIVE_LINE = ascii(":\n\n");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header UNBUFFERED = HeaderValues.createCached("X-Accel-Buffering", "no");
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Engine engine;
    private final Map<String, Live<?>> fields;
    private final EventTap events;
    private final Duration keepAlive;
    private final int most;
    private final int mostPerClient;
    private final LongAdder eventsSent = new LongAdder();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<Subscription> running = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> openByClient = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Streams(Engine engine, Map<String, Live<?>> fields, EventTap events, Settings settings, Measures measures) {
        this.engine = engine;
        this.fields = Map.copyOf(fields);
        this.events = events;
        this.keepAlive = settings.get(EndpointSettings.KEEP_ALIVE);
        this.most = settings.get(EndpointSettings.STREAMS);
        this.mostPerClient = settings.get(EndpointSettings.STREAMS_PER_CLIENT);
        measures.gauge("piton_graphql_streams", "Subscriptions that are open.", open::get);
        measures.counter("piton_graphql_stream_events_total", "", "Events sent to subscribers.", eventsSent::sum);
    }

    /** Shows a subscription's events until the client or the server ends it. */
    void serve(ServerResponse response, Operations.Asked.Found found, Supplier<Caller> caller) {
        String client = caller.get().address().text();
        if (open.incrementAndGet() > most || stopping) {
            open.decrementAndGet();
            throw Rejection.of(
                    Status.SERVICE_UNAVAILABLE_503,
                    FaultCode.UNAVAILABLE,
                    "No more subscriptions can be opened now. Try again in a moment.");
        }
        try {
            if (openByClient.merge(client, 1, Integer::sum) > mostPerClient) {
                throw Rejection.of(
                        Status.TOO_MANY_REQUESTS_429,
                        FaultCode.RATE_LIMITED,
                        "There are already " + mostPerClient + " subscriptions open from your address.");
            }
            subscribe(response, found, caller);
        } finally {
            openByClient.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
            open.decrementAndGet();
        }
    }

    /** Hands a subscription's answers to a listener in this process, until the server stops. */
    void follow(Operations.Asked.Found found, Supplier<Caller> caller, Consumer<Answer> listener) {
        Subscription first = open(found, caller);
        Thread.ofVirtual().name("follow-" + found.operation().name()).start(() -> {
            Subscription current = first;
            while (!stopping) {
                hand(current, listener);
                if (!stopping) {
                    current = openAgain(found, caller); // more came at once than a subscription holds
                }
            }
        });
    }

    /** Asks until it is there, since a database that is away comes back. */
    private Subscription openAgain(Operations.Asked.Found found, Supplier<Caller> caller) {
        while (true) {
            try {
                return open(found, caller);
            } catch (RuntimeException later) {
                LOG.warn("A subscription of the program itself cannot be opened at the moment.", later);
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    private Subscription open(Operations.Asked.Found found, Supplier<Caller> caller) {
        return switch (Subscription.open(
                engine, fields, events, found.document(), found.operation(), found.variables(), caller)) {
            case Subscription.Opened.Open(Subscription subscription) -> subscription;
            case Subscription.Opened.Refused(Answer answer) ->
                throw new IllegalArgumentException(answer.errors().toString());
        };
    }

    private void hand(Subscription subscription, Consumer<Answer> listener) {
        running.add(subscription);
        try (subscription) {
            while (!stopping) {
                switch (subscription.next(keepAlive.toMillis())) {
                    case Subscription.Next.Event(Answer answer) -> listener.accept(answer);
                    case Subscription.Next.Quiet quiet -> {}
                    case Subscription.Next.End end -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.error("A subscription of the program itself failed, and goes on with the next event.", failed);
        } finally {
            running.remove(subscription);
        }
    }

    private void subscribe(ServerResponse response, Operations.Asked.Found found, Supplier<Caller> caller) {
        Subscription.Opened opened = Subscription.open(
                engine, fields, events, found.document(), found.operation(), found.variables(), caller);
        switch (opened) {
            case Subscription.Opened.Refused(Answer answer) -> once(response, answer);
            case Subscription.Opened.Open(Subscription subscription) -> {
                try (subscription;
                        OutputStream out = begin(response)) {
                    out.write(KEEP_ALIVE_LINE);
                    out.flush();
                    running.add(subscription);
                    pump(subscription, out);
                } catch (IOException | UncheckedIOException clientLeft) {
                    LOG.debug("A subscriber left.", clientLeft);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                } catch (Exception failed) {
                    LOG.warn("A subscription could not be closed.", failed);
                } finally {
                    running.remove(subscription);
                }
            }
        }
    }

    private void pump(Subscription subscription, OutputStream out) throws IOException, InterruptedException {
        long lastSent = System.nanoTime();
        stream:
        while (!stopping) {
            boolean sent = true;
            switch (subscription.next(keepAlive.toMillis())) {
                case Subscription.Next.Event(Answer answer) -> {
                    write(answer, out);
                    eventsSent.increment();
                }
                case Subscription.Next.End end -> {
                    break stream;
                }
                case Subscription.Next.Quiet quiet -> {
                    sent = System.nanoTime() - lastSent >= keepAlive.toNanos();
                    if (sent) {
                        out.write(KEEP_ALIVE_LINE);
                    }
                }
            }
            if (sent) {
                out.flush();
                lastSent = System.nanoTime();
            }
        }
        out.write(COMPLETE);
        out.flush();
    }

    /** Shows the one answer of a query, a mutation, or whatever is not valid. */
    static void once(ServerResponse response, Answer answer) {
        try (OutputStream out = begin(response)) {
            write(answer, out);
            out.write(COMPLETE);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static OutputStream begin(ServerResponse response) {
        response.status(Status.OK_200);
        response.header(Negotiation.EVENTS.contentType());
        response.header(NO_STORE);
        response.header(UNBUFFERED);
        return response.outputStream();
    }

    /** JSON as we write it has no line breaks, so one data line holds it. */
    private static void write(Answer answer, OutputStream out) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        AnswerWriter.write(answer, json);
        out.write(NEXT);
        json.writeTo(out);
        out.write(END_OF_EVENT);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        stopping = true;
        running.forEach(Subscription::end);
    }
}
