package news.piton.newsletter.internal.issue;

import java.util.List;

/** The subject of an issue's mail: what leads, and how much more there is. */
public record Subject(String text) {
    private static final int LONGEST = 120;
    private static final int LEAD = 96;

    public Subject {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not the subject of a mail");
        }
    }

    public static Subject of(List<Headline> headlines) {
        String lead = cut(headlines
                .getFirst()
                .headline()
                .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                .strip());
        int more = headlines.size() - 1;
        return new Subject(more == 0 ? lead : lead + ", and " + more + " more");
    }

    /** At a word where there is one, never inside a surrogate pair. */
    private static String cut(String headline) {
        if (headline.length() <= LEAD) {
            return headline;
        }
        int end = headline.lastIndexOf(' ', LEAD - 1);
        if (end < LEAD / 2) {
            end = headline.offsetByCodePoints(0, headline.codePointCount(0, LEAD) - 1);
        }
        return headline.substring(0, end).stripTrailing() + "…";
    }
}
