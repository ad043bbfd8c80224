package news.piton.articles.internal.revising;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.internal.body.Passage;
import news.piton.articles.internal.revising.RevisionDiff.BlockDiff;
import news.piton.articles.internal.revising.RevisionDiff.Kind;
import news.piton.articles.internal.revising.RevisionDiff.Segment;

/** Compares two bodies: finds which block has become which, and then the words inside those that have changed. */
final class Passages {
    /** Two blocks of which so much is the same are one that has changed. */
    private static final double LIKE = 0.3;
    /** Of how many pairs of changed blocks in a row the likeness is looked at; beyond that they pair up in their order. */
    private static final int MOST_PAIRS = 2_500;

    private final Effort effort;
    private final List<BlockDiff> all = new ArrayList<>();

    private Passages(Effort effort) {
        this.effort = effort;
    }

    static List<BlockDiff> compare(List<Passage> before, List<Passage> after, Effort effort) {
        Passages passages = new Passages(effort);
        int head = Words.commonHead(before, after);
        int tail = Words.commonTail(before.subList(head, before.size()), after.subList(head, after.size()));
        passages.equal(before.subList(0, head));
        passages.middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
        passages.equal(before.subList(before.size() - tail, before.size()));
        return List.copyOf(passages.all);
    }

    private void middle(List<Passage> before, List<Passage> after) {
        if (!effort.allows(before.size(), after.size())) {
            replaced(before, after);
            return;
        }
        int at = 0;
        for (Hunk hunk : Hunk.between(before, after)) {
            equal(before.subList(at, hunk.from()));
            replaced(before.subList(hunk.from(), hunk.to()), after.subList(hunk.otherFrom(), hunk.otherTo()));
            at = hunk.to();
        }
        equal(before.subList(at, before.size()));
    }

    /** Blocks of which none has stayed as it is. */
    private void replaced(List<Passage> before, List<Passage> after) {
        int oldAt = 0;
        int newAt = 0;
        for (Pair pair : pairs(before, after)) {
            deleted(before.subList(oldAt, pair.before));
            inserted(after.subList(newAt, pair.after));
            changed(before.get(pair.before), after.get(pair.after));
            oldAt = pair.before + 1;
            newAt = pair.after + 1;
        }
        deleted(before.subList(oldAt, before.size()));
        inserted(after.subList(newAt, after.size()));
    }

    private record Pair(int before, int after) {}

    /** Which block has become which, so that their order stays and they are as like each other as can be. */
    private static List<Pair> pairs(List<Passage> before, List<Passage> after) {
        int rows = before.size();
        int columns = after.size();
        List<Pair> pairs = new ArrayList<>();
        if ((long) rows * columns > MOST_PAIRS) {
            for (int i = 0; i < Math.min(rows, columns); i++) {
                pairs.add(new Pair(i, i));
            }
            return pairs;
        }
        List<Set<String>> old = before.stream().map(Passages::words).toList();
        List<Set<String>> now = after.stream().map(Passages::words).toList();
        double[][] best = new double[rows + 1][columns + 1];
        double[][] like = new double[rows][columns];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                double likeness = likeness(old.get(i), now.get(j));
                like[i][j] = likeness >= LIKE ? likeness : 0;
                best[i][j] = Math.max(like[i][j] + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (like[i][j] > 0 && best[i][j] == like[i][j] + best[i + 1][j + 1]) {
                pairs.add(new Pair(i++, j++));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    private static Set<String> words(Passage passage) {
        return Words.of(passage.text()).stream().filter(word -> !word.isBlank()).collect(Collectors.toSet());
    }

    /** How many words both have, of those that they have on average: 0 to 1 (L. R. Dice, 1945). */
    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return 1;
        }
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return 2.0 * common.size() / (one.size() + other.size());
    }

    private void equal(List<Passage> passages) {
        passages.forEach(
                each -> all.add(new BlockDiff(Kind.EQUAL, each.html(), each.html(), whole(Kind.EQUAL, each.text()))));
    }

    private void deleted(List<Passage> passages) {
        passages.forEach(
                each -> all.add(new BlockDiff(Kind.DELETED, each.html(), null, whole(Kind.DELETED, each.text()))));
    }

    private void inserted(List<Passage> passages) {
        passages.forEach(
                each -> all.add(new BlockDiff(Kind.INSERTED, null, each.html(), whole(Kind.INSERTED, each.text()))));
    }

    private void changed(Passage before, Passage after) {
        all.add(new BlockDiff(
                Kind.CHANGED, before.html(), after.html(), Words.compare(before.text(), after.text(), effort)));
    }

    private static List<Segment> whole(Kind kind, String text) {
        return text.isEmpty() ? List.of() : List.of(new Segment(kind, text));
    }
}
