package news.piton.core.guard;

import java.time.Duration;

/**
 * How many operations of one kind one key (an address, an account) may do. Tokens flow back evenly.
 *
 * @param name names the bucket, for example {@code comments.post}
 * @param operations how many at once at the most
 * @param per the span in which that many flow back
 */
public record RateLimit(String name, int operations, Duration per) {}
