package news.piton.comments.internal.sample;

import java.util.List;
import news.piton.core.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** One comment of the sample, with the answers to it. */
record Said(String name, @Nullable EmailAddress email, String text, Fate fate, List<Said> answers) {

    enum Fate {
        WAITS,
        APPROVED,
        REJECTED
    }

    static Said approved(String name, String text, Said... answers) {
        return new Said(name, null, text, Fate.APPROVED, List.of(answers));
    }

    static Said waiting(String name, @Nullable String email, String text) {
        return new Said(name, email == null ? null : new EmailAddress(email), text, Fate.WAITS, List.of());
    }

    static Said rejected(String name, String text) {
        return new Said(name, null, text, Fate.REJECTED, List.of());
    }
}
