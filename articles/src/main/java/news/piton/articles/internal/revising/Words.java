package news.piton.articles.internal.revising;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import news.piton.articles.internal.revising.RevisionDiff.Kind;
import news.piton.articles.internal.revising.RevisionDiff.Segment;

/** Compares two texts word by word. */
final class Words {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}'’-]++|\\s++|[^\\p{L}\\p{N}\\p{M}\\s]");

    private Words() {}

    /** The words of a text, the signs and the spaces between them; joined, they are the text. */
    static List<String> of(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** What is common to both, only in the first and only in the second, in the order of reading. */
    static List<Segment> compare(String before, String after, Effort effort) {
        List<String> old = of(before);
        List<String> now = of(after);
        int head = commonHead(old, now);
        int tail = commonTail(old.subList(head, old.size()), now.subList(head, now.size()));
        List<String> oldMiddle = old.subList(head, old.size() - tail);
        List<String> newMiddle = now.subList(head, now.size() - tail);
        Segments segments = new Segments();
        segments.add(Kind.EQUAL, old.subList(0, head));
        if (effort.allows(oldMiddle.size(), newMiddle.size())) {
            middle(oldMiddle, newMiddle, segments);
        } else {
            segments.add(Kind.DELETED, oldMiddle);
            segments.add(Kind.INSERTED, newMiddle);
        }
        segments.add(Kind.EQUAL, old.subList(old.size() - tail, old.size()));
        return List.copyOf(segments.all);
    }

    private static void middle(List<String> old, List<String> now, Segments segments) {
        int at = 0;
        for (Hunk hunk : Hunk.between(old, now)) {
            segments.add(Kind.EQUAL, old.subList(at, hunk.from()));
            segments.add(Kind.DELETED, old.subList(hunk.from(), hunk.to()));
            segments.add(Kind.INSERTED, now.subList(hunk.otherFrom(), hunk.otherTo()));
            at = hunk.to();
        }
        segments.add(Kind.EQUAL, old.subList(at, old.size()));
    }

    static <T> int commonHead(List<T> one, List<T> other) {
        int most = Math.min(one.size(), other.size());
        int head = 0;
        while (head < most && one.get(head).equals(other.get(head))) {
            head++;
        }
        return head;
    }

    static <T> int commonTail(List<T> one, List<T> other) {
        return commonHead(one.reversed(), other.reversed());
    }

    /** Collects words of a kind into one segment. */
    private static final class Segments {
        private final List<Segment> all = new ArrayList<>();

        void add(Kind kind, List<String> words) {
            if (words.isEmpty()) {
                return;
            }
            String text = String.join("", words);
            if (!all.isEmpty() && all.getLast().kind() == kind) {
                text = all.removeLast().text() + text;
            }
            all.add(new Segment(kind, text));
        }
    }
}
