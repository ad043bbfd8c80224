package news.piton.comments.internal.policy;

import java.util.List;

/** What this paper asks of commenters. */
public record CommentPolicy(int version, String introduction, List<Rule> rules) {
    static final int VERSION = 1;

    public static final CommentPolicy CURRENT = new CommentPolicy(
            VERSION,
            "We are glad to hear what you think. A moderator reads every comment before it appears, so give us a"
                + " little time. Your name stands above what you write; your address, if you leave one, is never"
                + " shown. These are the rules, and a comment is turned down for breaking one of them and for nothing"
                + " else:",
            List.of(Rule.values()));
}
