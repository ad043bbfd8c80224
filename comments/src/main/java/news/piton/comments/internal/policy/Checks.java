package news.piton.comments.internal.policy;

import java.util.Comparator;
import java.util.List;

/** The automatic checks that every comment of a guest goes through. They find; moderators decide. */
public final class Checks {
    private static final int MOST = 50;
    private final List<Check> checks;

    Checks(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * The checks that Piton has.
     *
     * @param linksAllowed how many links pass unnoticed
     * @param foulWords words beyond our own list, separated by commas
     */
    public static Checks usual(int linksAllowed, String foulWords) {
        return new Checks(List.of(
                new LengthCheck(),
                new LinksCheck(linksAllowed),
                new FoulLanguageCheck(foulWords),
                new CapitalsCheck(),
                new RepetitionCheck(),
                new PromotionCheck()));
    }

    /** What all checks found, in the order of the text, what is about the whole of it first; at most {@value #MOST}. */
    public List<PolicyFinding> findings(Draft draft) {
        return checks.stream()
                .flatMap(check -> check.look(draft).stream())
                .sorted(Comparator.comparingInt(finding -> finding.start() == null ? -1 : finding.start()))
                .limit(MOST)
                .toList();
    }
}
