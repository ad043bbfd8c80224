package news.piton.canary.wallclock.shop.internal.posting;

import java.time.Instant;
import java.util.function.Supplier;

class Now {
    /** A reference, which is harder to see than a call. */
    Supplier<Instant> now() {
        return Instant::now;
    }
}
