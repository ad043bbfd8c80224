package news.piton.comments.internal.policy;

import java.util.List;

/** Whole comments in capitals are read as shouting. */
final class CapitalsCheck implements Check {
    private static final int FEWEST_LETTERS = 20;
    private static final double SHOUTING = 0.7;

    @Override
    public List<PolicyFinding> look(Draft draft) {
        long letters = draft.body()
                .codePoints()
                .filter(c -> Character.isUpperCase(c) || Character.isLowerCase(c))
                .count();
        long capitals = draft.body().codePoints().filter(Character::isUpperCase).count();
        if (letters < FEWEST_LETTERS || capitals < SHOUTING * letters) {
            return List.of();
        }
        return List.of(PolicyFinding.of(
                Rule.RESPECT,
                Verdict.HOLD,
                "Written in capitals, this sounds like shouting. Small letters carry further."));
    }
}
