package news.piton.core.page;

import news.piton.core.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. Either the first {@code size} after a cursor, or the last {@code size} before one.
 *
 * @param size 1 to {@value #LARGEST}, or to what a list of little things allows
 * @param backward true for last/before
 * @param cursor where to start, exclusive; null for the list's end in question
 */
public record PageRequest(
        int size, boolean backward, @Nullable Cursor cursor) {
    public static final int LARGEST = 100;
    public static final int USUAL = 20;

    /** @throws Fault BAD_REQUEST with a sentence when the arguments contradict one another or are out of range */
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        return of(first, after, last, before, LARGEST);
    }

    /** @param largest how many the list gives at once at the most */
    public static PageRequest of(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            int largest) {
        if (first != null && last != null) {
            throw Fault.badRequest("Ask for either `first` or `last`, not for both.");
        }
        if (last == null && before != null) {
            throw Fault.badRequest("`before` goes with `last`.");
        }
        if (last != null && after != null) {
            throw Fault.badRequest("`after` goes with `first`.");
        }
        if (last != null) {
            return new PageRequest(size("last", last, largest), true, before == null ? null : Cursor.parse(before));
        }
        int size = first == null ? USUAL : size("first", first, largest);
        return new PageRequest(size, false, after == null ? null : Cursor.parse(after));
    }

    public static PageRequest first(int size) {
        return new PageRequest(size, false, null);
    }

    /** The same for all pages whose select differs in nothing but size and place. */
    public PageRequest shape() {
        return new PageRequest(1, backward, cursor == null ? null : Cursor.of(0, 0));
    }

    private static int size(String argument, int size, int largest) {
        if (size < 1 || size > largest) {
            throw Fault.badRequest("`" + argument + "` must be between 1 and " + largest + ", not " + size + ".");
        }
        return size;
    }
}
