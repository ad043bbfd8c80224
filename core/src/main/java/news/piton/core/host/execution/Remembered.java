package news.piton.core.host.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A value that is dear to find out: asked for once in a while at the most, whether that succeeds or not. */
public final class Remembered implements DoubleSupplier {
    private final DoubleSupplier source;
    private final InstantSource clock;
    private final Duration life;
    private @Nullable Instant asked;
    private double value = Double.NaN;

    public Remembered(DoubleSupplier source, InstantSource clock, Duration life) {
        this.source = source;
        this.clock = clock;
        this.life = life;
    }

    /** NaN while the value cannot be told. */
    @Override
    public synchronized double getAsDouble() {
        Instant now = clock.instant();
        if (asked == null || !now.isBefore(asked.plus(life))) {
            asked = now;
            value = Double.NaN;
            value = source.getAsDouble();
        }
        return value;
    }
}
