package news.piton.core.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;

/**
 * Delivers what the {@link Outbox} owes. Every node may run one: each delivery is in one's hands at a time. Within a node,
 * subscribers do not wait for each other.
 */
public final class Dispatcher {
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final int BATCH = 500;

    private final Outbox outbox;
    private final InstantSource clock;
    private final Map<String, Subscriber<?>> subscribers = new LinkedHashMap<>();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Lines lines = new Lines(this);

    /**
     * Opens the outbox: from now on events may be published.
     *
     * @param all every subscriber of every plugin
     * @throws IllegalStateException when two have the same name, or the outbox has a dispatcher already
     */
    public Dispatcher(Outbox outbox, InstantSource clock, List<Subscriber<?>> all) {
        this.outbox = outbox;
        this.clock = clock;
        for (Subscriber<?> subscriber : all) {
            if (subscribers.putIfAbsent(subscriber.name(), subscriber) != null) {
                throw new IllegalStateException("Two event handlers are called " + subscriber.name() + ". Rename one.");
            }
        }
        outbox.open(all.stream()
                .collect(groupingBy(subscriber -> subscriber.event().name(), mapping(Subscriber::name, toList()))));
        outbox.wakes(lines.wakeup());
    }

    /** Begins to deliver in the background, what is published here at once and everything else within a second. */
    public void start() {
        lines.start();
    }

    /** Lets the handlers that are running finish, for so long at the most; what they leave is delivered later. */
    public void stop(Duration longest) {
        lines.stop(longest);
    }

    /**
     * Delivers everything that is due now, and what becomes due by that, on this thread.
     *
     * @return how many attempts it took, those that failed included
     */
    public int deliverDue() {
        int all = 0;
        int attempts;
        do {
            attempts = due().stream()
                    .mapToInt(name -> deliverDue(name, () -> false))
                    .sum();
            all += attempts;
        } while (attempts > 0);
        return all;
    }

    /** How many deliveries are owed now, parked ones and those of absent plugins included; asks the database. */
    public int owed() {
        return outbox.store().countOwed();
    }

    /** How many deliveries are parked now; asks the database. */
    public int countParked() {
        return outbox.store().countParked();
    }

    /** How many deliveries this node has made since its start. */
    public long delivered() {
        return delivered.sum();
    }

    /** How many attempts have failed on this node since its start. */
    public long failed() {
        return failed.sum();
    }

    /** Deletes events a week after they happened, once nobody is owed them any more. */
    public Job tidying() {
        return new Job("core.tidy-events", new Schedule.Every(Duration.ofHours(1)), this::tidy);
    }

    private void tidy(Job.Stop stop) {
        int deleted = BATCH;
        while (deleted == BATCH && !stop.requested()) {
            deleted = outbox.store().forget(clock.instant().minus(RETENTION), BATCH);
        }
    }

    List<String> due() {
        return subscribers.isEmpty() ? List.of() : outbox.store().due(subscribers.keySet(), clock.instant());
    }

    /**
     * Delivers all that is due to one subscriber and in nobody else's hands, or until asked to stop.
     *
     * @return how many attempts it took
     */
    int deliverDue(String name, Job.Stop stop) {
        Subscriber<?> subscriber = Objects.requireNonNull(subscribers.get(name));
        int attempts = 0;
        while (!stop.requested()) {
            switch (new Attempt(subscriber, outbox, clock).make()) {
                case NOTHING_DUE -> {
                    return attempts;
                }
                case DELIVERED -> delivered.increment();
                case FAILED -> failed.increment();
            }
            attempts++;
        }
        return attempts;
    }
}
