package news.piton.comments.internal.policy;

import org.jspecify.annotations.Nullable;

/**
 * What in a text met which rule.
 *
 * @param message a sentence for the author, with what to do about it
 * @param start where it begins in the body, in chars; null when it is about the whole text or the name
 * @param end where it ends, exclusive; null together with start
 */
public record PolicyFinding(
        Rule rule,
        Verdict verdict,
        String message,
        @Nullable Integer start,
        @Nullable Integer end) {

    static PolicyFinding of(Rule rule, Verdict verdict, String message) {
        return new PolicyFinding(rule, verdict, message, null, null);
    }
}
