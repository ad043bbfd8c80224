package news.piton.comments.internal.posting;

import java.util.OptionalLong;
import news.piton.core.token.Tokens;

/** The keys to single comments. They are signed and not stored: whoever holds one is the comment's author to us. */
public final class Receipts {
    private static final String PURPOSE = "comments.receipt";
    private final Tokens tokens;

    public Receipts(Tokens tokens) {
        this.tokens = tokens;
    }

    String of(long commentId) {
        return tokens.sign(PURPOSE, String.valueOf(commentId));
    }

    /** The comment that a receipt opens; empty for anything that we did not hand out. */
    OptionalLong open(String receipt) {
        return tokens.open(PURPOSE, receipt).stream().mapToLong(Long::parseLong).findFirst();
    }
}
