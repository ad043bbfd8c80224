package news.piton.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TestClock implements InstantSource {
    static final Instant START = Instant.parse("2026-11-24T14:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    public void tick(Duration span) {
        now.updateAndGet(time -> time.plus(span));
    }

    public void set(Instant time) {
        now.set(time);
    }
}
