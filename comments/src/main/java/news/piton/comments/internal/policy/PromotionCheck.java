package news.piton.comments.internal.policy;

import java.util.List;
import java.util.regex.Pattern;

/** Turns of phrase that hardly ever stand in an honest comment. */
final class PromotionCheck implements Check {
    /** Looks one letter around: Java's {@code \b} looks back over all the marks before it. */
    private static final Pattern PITCH = Pattern.compile(
            "(?<!\\w)(?:click (?:here|the link|on the link)|buy now|order now|special offer|limited offer|discount"
                + " code|promo code|use (?:my )?code|free trial|money[- ]back|work(?:ing)? from home|earn(?:ed|ing)?"
                + " (?:extra )?(?:money|cash|income)|make money (?:online|fast)|(?:earn|make) \\$ ?\\d[\\d,]*+"
                + " (?:a|per) (?:day|week|month)|(?:message|text|dm|contact|reach) me on"
                + " (?:whatsapp|telegram|facebook|instagram)|(?:guaranteed|instant)"
                + " (?:loan|profit|return)s?|(?:bitcoin|crypto|forex)"
                + " (?:invest\\w{0,10}|trading|trader|recovery)|spell caster|sponsor me|go ?fund ?me)(?!\\w)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<PolicyFinding> look(Draft draft) {
        return PITCH.matcher(draft.body())
                .results()
                .limit(5)
                .map(pitch -> new PolicyFinding(
                        Rule.PROMOTION,
                        Verdict.HOLD,
                        "This reads like an advertisement. If it is not, say it in other words.",
                        pitch.start(),
                        pitch.end()))
                .toList();
    }
}
