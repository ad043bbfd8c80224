package news.piton.comments.internal.posting;

import java.time.Duration;
import java.util.List;
import news.piton.comments.internal.policy.Checks;
import news.piton.comments.internal.policy.Draft;
import news.piton.comments.internal.policy.PolicyFinding;
import news.piton.comments.internal.thread.CommentText;
import news.piton.core.fault.Outcome;
import news.piton.core.guard.ClientAddress;
import news.piton.core.guard.Guard;
import news.piton.core.guard.RateLimit;

/** Tells an author what the checks would find, before anything is posted. Keeps nothing. */
public final class CheckComment {
    private static final RateLimit LIMIT = new RateLimit("comments.check", 30, Duration.ofMinutes(1));
    private final Guard guard;
    private final Checks checks;

    public CheckComment(Guard guard, Checks checks) {
        this.guard = guard;
        this.checks = checks;
    }

    public record Input(String body) {}

    public record Checked(List<PolicyFinding> findings) {}

    public Outcome<Checked> check(Input input, ClientAddress address) {
        guard.spend(LIMIT, address.text());
        return CommentText.of(input.body()).map(text -> new Checked(checks.findings(new Draft("", text.value(), 0))));
    }
}
