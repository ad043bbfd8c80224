package news.piton.sharing.internal.linking;

import java.util.OptionalLong;

/**
 * The short code of an article: its id in base 58, without the letters and digits that people confuse (0 and O, I and l).
 * Each id has exactly one code, of at most eleven characters; nothing is stored.
 */
public record ShortCode(String text) {
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final int LONGEST = 11;

    /** The code of an article. Ids are positive. */
    public static ShortCode of(long id) {
        if (id <= 0) {
            throw new IllegalArgumentException("not the id of an article: " + id);
        }
        StringBuilder code = new StringBuilder();
        for (long rest = id; rest > 0; rest /= BASE) {
            code.append(DIGITS.charAt((int) (rest % BASE)));
        }
        return new ShortCode(code.reverse().toString());
    }

    /** The id behind a code; empty for what no id has as its code. */
    public static OptionalLong id(String code) {
        if (code.isEmpty() || code.length() > LONGEST || code.charAt(0) == DIGITS.charAt(0)) {
            return OptionalLong.empty();
        }
        long id = 0;
        for (int i = 0; i < code.length(); i++) {
            int digit = DIGITS.indexOf(code.charAt(i));
            if (digit < 0 || id > (Long.MAX_VALUE - digit) / BASE) {
                return OptionalLong.empty();
            }
            id = id * BASE + digit;
        }
        return OptionalLong.of(id);
    }

    @Override
    public String toString() {
        return text;
    }
}
