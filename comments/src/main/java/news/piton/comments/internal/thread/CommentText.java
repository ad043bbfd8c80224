package news.piton.comments.internal.thread;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.text.LowerCase;
import news.piton.core.text.Visible;

/** The text of a comment: 1 to {@value #LONGEST} characters, clean, without needless blank lines. */
public record CommentText(String value) {
    public static final int LONGEST = 5_000;

    public CommentText {
        if (!Visible.anything(value)
                || PlainText.length(value) > LONGEST
                || !tidy(value).equals(value)) {
            throw new IllegalArgumentException("not the text of a comment");
        }
    }

    /** What somebody typed, cleaned; or the error at {@code input.body}. */
    public static Outcome<CommentText> of(String typed) {
        // Cleaning only shortens, but by little in any honest text: what is far too long is not worth the work.
        String text = typed.length() > 4 * LONGEST ? typed : tidy(typed);
        if (PlainText.length(text) > LONGEST) {
            return Outcome.refused(UserError.at(
                    "body",
                    "TOO_LONG",
                    "Your comment has %,d characters; please keep it to %,d."
                            .formatted(PlainText.length(text), LONGEST)));
        }
        if (!Visible.anything(text)) {
            return Outcome.refused(UserError.at("body", "REQUIRED", "Please enter your comment!"));
        }
        return Outcome.done(new CommentText(text));
    }

    private static String tidy(String typed) {
        return PlainText.clean(typed)
                .replaceAll("(?<![ \\t])[ \\t]++\\n", "\n")
                .replaceAll("\\n{3,}+", "\n\n")
                .strip();
    }

    /** The same for texts that differ only in case, spaces and punctuation: 32 hexadecimal digits. */
    public String digest() {
        String core = LowerCase.of(value).replaceAll("[^\\p{L}\\p{N}\\p{S}]++", "");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(core.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
