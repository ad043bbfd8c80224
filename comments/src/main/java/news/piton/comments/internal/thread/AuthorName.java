package news.piton.comments.internal.thread;

import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.text.Visible;
import org.jspecify.annotations.Nullable;

/** The name above a comment: 1 to {@value #LONGEST} characters on one line, clean. */
public record AuthorName(String value) {
    static final int LONGEST = 100;

    public AuthorName {
        if (!Visible.anything(value)
                || PlainText.length(value) > LONGEST
                || !tidy(value).equals(value)) {
            throw new IllegalArgumentException("not the name of an author");
        }
    }

    /** What somebody typed, cleaned; or the error at {@code input.authorName}. */
    public static Outcome<AuthorName> of(@Nullable String typed) {
        if (typed == null) {
            return missing();
        }
        if (typed.length() > 4 * LONGEST) {
            return tooLong();
        }
        String name = tidy(typed);
        if (!Visible.anything(name)) {
            return missing();
        }
        return PlainText.length(name) > LONGEST ? tooLong() : Outcome.done(new AuthorName(name));
    }

    private static String tidy(String typed) {
        return PlainText.clean(typed).replaceAll("\\s++", " ").strip();
    }

    private static Outcome<AuthorName> missing() {
        return Outcome.refused(UserError.at("authorName", "REQUIRED", "Please enter your name here"));
    }

    private static Outcome<AuthorName> tooLong() {
        return Outcome.refused(
                UserError.at("authorName", "TOO_LONG", "Please keep your name to " + LONGEST + " characters."));
    }
}
