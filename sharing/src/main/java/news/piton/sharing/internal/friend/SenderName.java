package news.piton.sharing.internal.friend;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one thing in a mail to a friend that is not ours. So narrow that nothing can be said with it: at most four words of
 * letters, in any script, of 40 characters together; apostrophes and hyphens inside a word, a full stop only behind an
 * initial or a title. No digits, no addresses, no line breaks, no invisible or direction-changing characters.
 */
public record SenderName(String text) {
    private static final int LONGEST = 40;
    private static final String LETTER = "\\p{L}\\p{M}{0,2}";
    private static final String WORD = LETTER + "(?:['’-]?" + LETTER + "){0,24}";
    private static final Pattern NAME =
            Pattern.compile("(?:(?:" + LETTER + "){1,3}\\.(?: |$)|" + WORD + "(?: |$)){1,4}");

    public SenderName {
        if (!valid(text)) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** Empty when it is not a name. Space around it and between its words does not matter. */
    public static Optional<SenderName> of(String typed) {
        if (typed.length() > 4 * LONGEST || typed.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll(" +", " ");
        return valid(text) ? Optional.of(new SenderName(text)) : Optional.empty();
    }

    private static boolean valid(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                && !text.endsWith(" ")
                && NAME.matcher(text).matches();
    }
}
