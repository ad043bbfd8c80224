package news.piton.comments.internal.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same letter, the same word or the same text over and over. */
final class RepetitionCheck implements Check {
    private static final Pattern CHARACTERS = Pattern.compile("([^\\s.\\-_=*])\\1{7,}+");
    /** Looks one letter around: Java's {@code \b} looks back over all the marks before it. */
    private static final Pattern WORDS = Pattern.compile(
            "(?<!\\w)(\\w{2,40}+)(?:[\\s\\p{Punct}]{1,5}+\\1(?!\\w)){4,}+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public List<PolicyFinding> look(Draft draft) {
        List<PolicyFinding> findings = new ArrayList<>();
        if (draft.elsewhere() > 0) {
            findings.add(PolicyFinding.of(
                    Rule.VOLUME,
                    draft.elsewhere() > 2 ? Verdict.REJECT : Verdict.HOLD,
                    "The same text was posted under another article today. Say it once, where it belongs."));
        }
        mark(findings, CHARACTERS.matcher(draft.body()), "One of these characters is enough.");
        mark(findings, WORDS.matcher(draft.body()), "The same word again and again: once is enough.");
        return findings;
    }

    private static void mark(List<PolicyFinding> findings, Matcher matcher, String message) {
        if (matcher.find()) {
            findings.add(new PolicyFinding(Rule.VOLUME, Verdict.HOLD, message, matcher.start(), matcher.end()));
        }
    }
}
