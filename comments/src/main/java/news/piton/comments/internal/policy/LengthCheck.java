package news.piton.comments.internal.policy;

import java.util.List;

/** Long comments are read by few; a moderator should see whether this one is worth it. */
final class LengthCheck implements Check {
    private static final int LONG = 1_500;

    @Override
    public List<PolicyFinding> look(Draft draft) {
        int length = draft.body().codePointCount(0, draft.body().length());
        if (length <= LONG) {
            return List.of();
        }
        return List.of(PolicyFinding.of(
                Rule.VOLUME,
                Verdict.HOLD,
                "This is rather long (%,d characters). Comments of up to %,d are read by more people."
                        .formatted(length, LONG)));
    }
}
