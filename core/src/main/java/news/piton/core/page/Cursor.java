package news.piton.core.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import news.piton.core.fault.Fault;

/**
 * A place in a keyset: the values of the sort columns of the row that the page follows, numbers all of them. Opaque to
 * clients. A cursor only fits the list it came from; another one's is answered with BAD_REQUEST where the number of
 * values gives it away.
 */
public record Cursor(List<Long> keys) {
    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(long... keys) {
        return new Cursor(Arrays.stream(keys).boxed().toList());
    }

    /** The usual keyset: newest first, ties broken by id. Microseconds, as DATETIME(6) holds them. */
    public static Cursor of(Instant time, long id) {
        return of(ChronoUnit.MICROS.between(Instant.EPOCH, time), id);
    }

    public static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            return new Cursor(
                    List.of(plain.split(",")).stream().map(Long::valueOf).toList());
        } catch (IllegalArgumentException malformed) {
            throw Fault.badRequest("This cursor is not one of ours; take it from `pageInfo` or `edges`.");
        }
    }

    /** The key at a position, out of exactly {@code of} keys. */
    public long key(int position, int of) {
        if (keys.size() != of) {
            throw Fault.badRequest("This cursor belongs to another list.");
        }
        return keys.get(position);
    }

    /** The time of a cursor made by {@link #of(Instant, long)}. */
    public Instant time() {
        try {
            return Instant.EPOCH.plus(key(0, 2), ChronoUnit.MICROS);
        } catch (java.time.DateTimeException | ArithmeticException outOfRange) {
            throw Fault.badRequest("This cursor is not one of ours; take it from `pageInfo` or `edges`.");
        }
    }

    @Override
    public String toString() {
        String plain = keys.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
