package news.piton.articles.internal.revising;

/**
 * How much one comparison may cost. Comparing two lists takes at most as many steps as there are pairs of their elements, a
 * few nanoseconds each; two texts that have nothing in common would come near that.
 */
final class Effort {
    /** Of two lists: 2,000 words that have become 2,000 others, say. */
    private static final long MOST_PAIRS = 4_000_000;

    private long left = 5 * MOST_PAIRS;
    private boolean enough = true;

    /** Whether two lists of such lengths can be compared yet. */
    boolean allows(int one, int other) {
        long pairs = (long) one * other;
        if (pairs > Math.min(MOST_PAIRS, left)) {
            enough = false;
            return false;
        }
        left -= pairs;
        return true;
    }

    /** Whether nothing was too much so far. */
    boolean sufficed() {
        return enough;
    }
}
