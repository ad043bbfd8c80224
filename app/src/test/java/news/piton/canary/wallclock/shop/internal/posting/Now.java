package news.piton.canary.wallclock.shop.internal.posting;

import java.time.Instant;

class Now {
    Instant now() {
        return Instant.now();
    }
}
