package news.piton.comments.internal.policy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Many links are the mark of spam; a link in a name always is. */
final class LinksCheck implements Check {
    private static final int PLENTY = 10;
    /** Looks one letter around: Java's {@code \b} looks back over all the marks before it. */
    private static final Pattern LINK = Pattern.compile(
            "(?<!\\w)(?:(?:https?://|www\\.)\\S++"
                + "|[a-z0-9-]{1,63}+\\.(?:com|net|org|info|biz|io|co|me|ru|cn|top|xyz|shop|online|site|club)(?!\\w)(?:/\\S*+)?)",
            Pattern.CASE_INSENSITIVE);

    private final int allowed;

    LinksCheck(int allowed) {
        this.allowed = allowed;
    }

    @Override
    public List<PolicyFinding> look(Draft draft) {
        if (LINK.matcher(draft.name()).find()) {
            return List.of(PolicyFinding.of(Rule.LINKS, Verdict.REJECT, "Please give your name, not a web address."));
        }
        List<MatchResult> links = LINK.matcher(draft.body()).results().toList();
        if (links.size() <= allowed) {
            return List.of();
        }
        MatchResult first = links.get(allowed);
        return List.of(new PolicyFinding(
                Rule.LINKS,
                links.size() > allowed + PLENTY ? Verdict.REJECT : Verdict.HOLD,
                allowed == 0
                        ? "Please leave out the links."
                        : "There are %,d links in this; please keep to %d.".formatted(links.size(), allowed),
                first.start(),
                first.end()));
    }
}
