package news.piton.core.id;

import io.hypersistence.tsid.TSID;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Makes the 64-bit, time-ordered ids of rows: 42 bits of milliseconds, 10 bits that tell nodes apart, 12 bits of counter.
 * Two calls on one node never return the same number, and a later one is greater. Safe for use by many threads.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final TSID.Factory factory;

    public Ids(InstantSource clock) {
        this.factory = TSID.Factory.builder()
                .withNodeBits(10)
                .withNode(RANDOM.nextInt(1 << 10))
                .withClock(clock.withZone(java.time.ZoneOffset.UTC))
                .build();
    }

    public long next() {
        return factory.generate().toLong();
    }

    /** A fresh secret of 160 random bits, in URL-safe Base64 (27 characters). */
    public String secret() {
        byte[] bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
