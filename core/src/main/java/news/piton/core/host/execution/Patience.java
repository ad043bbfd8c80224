package news.piton.core.host.execution;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ends what takes too long, to a quarter of a second. To begin and to end costs next to nothing, so that every request can
 * be watched; one thread looks at all of them, and only while there are any.
 */
public final class Patience {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    /** Watching over something. To be closed when that has come to its end. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs {@code late}, on another thread, unless the watch is closed within that time. */
    public Watch begin(Duration limit, Runnable late) {
        Waiting begun = new Waiting(System.nanoTime() + limit.toNanos(), late);
        waiting.add(begun);
        if (!looking.get() && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("patience").start(this::look);
        }
        return begun;
    }

    /** Interrupts this thread unless the watch is closed within that time; that also frees it from waiting for bytes. */
    public Watch interruptAfter(Duration limit) {
        Interruption interruption = new Interruption(Thread.currentThread());
        Watch begun = begin(limit, interruption::interrupt);
        return () -> {
            begun.close();
            interruption.end();
        };
    }

    private final class Waiting implements Watch {
        private final long end;
        private final Runnable late;

        private Waiting(long end, Runnable late) {
            this.end = end;
            this.late = late;
        }

        @Override
        public void close() {
            waiting.remove(this);
        }

        private void look(long now) {
            if (end - now <= 0 && waiting.remove(this)) {
                late.run();
            }
        }
    }

    /** An interrupt that comes in time or not at all, so that it never hits what the thread does next. */
    private static final class Interruption {
        private final Thread thread;
        private final ReentrantLock turn = new ReentrantLock();
        private boolean ended;
        private boolean interrupted;

        private Interruption(Thread thread) {
            this.thread = thread;
        }

        void interrupt() {
            turn.lock();
            try {
                if (!ended) {
                    interrupted = true;
                    thread.interrupt();
                }
            } finally {
                turn.unlock();
            }
        }

        void end() {
            turn.lock();
            try {
                ended = true;
                if (interrupted) {
                    Thread.interrupted();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    private void look() {
        while (true) {
            LockSupport.parkNanos(LOOK.toNanos());
            long now = System.nanoTime();
            waiting.forEach(one -> one.look(now));
            if (waiting.isEmpty()) {
                looking.set(false);
                // whoever began in between has left the looking to us, unless another thread does it already
                if (waiting.isEmpty() || !looking.compareAndSet(false, true)) {
                    return;
                }
            }
        }
    }
}
