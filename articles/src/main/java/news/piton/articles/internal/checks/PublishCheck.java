package news.piton.articles.internal.checks;

import java.util.List;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Something about an article that an editor should know before it is published.
 *
 * @param message a whole sentence: what is wrong, and what to do
 * @param path the way to the part at fault, from the article down, for example {@code [image, alt]}
 * @param block the index of the body's block; null where it is none
 */
public record PublishCheck(
        Code code,
        Severity severity,
        String message,
        List<String> path,
        @Nullable Integer block) {
    public PublishCheck {
        path = List.copyOf(path);
    }

    /** As the GraphQL enum has them. */
    public enum Code {
        BLANK,
        EMBARGOED,
        MISSING_ALT_TEXT,
        EXTERNAL_IMAGE,
        NO_SOURCE,
        LONG_HEADLINE,
        SLUG_TAKEN,
        EMPTY_SECTION,
        DEAD_LINK,
        NO_STANDFIRST,
        NO_TAGS,
        PENDING_REVISION
    }

    public enum Severity {
        BLOCKING,
        ADVICE
    }

    static PublishCheck blocking(Code code, String message, String... path) {
        return new PublishCheck(code, Severity.BLOCKING, message, List.of(path), null);
    }

    static PublishCheck advice(Code code, String message, String... path) {
        return new PublishCheck(code, Severity.ADVICE, message, List.of(path), null);
    }

    static PublishCheck inBody(Code code, String message, int block) {
        return new PublishCheck(
                code, Severity.ADVICE, message, List.of("body", "blocks", String.valueOf(block)), block);
    }

    public boolean blocks() {
        return severity == Severity.BLOCKING;
    }

    /** The refusal of whoever publishes all the same. */
    public UserError error() {
        return UserError.at(code == Code.EMBARGOED ? "at" : "id", code.name(), message);
    }
}
