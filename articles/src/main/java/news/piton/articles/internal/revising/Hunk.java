package news.piton.articles.internal.revising;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** A place where two lists differ: what the first has there, and what the other has instead. Ends are exclusive. */
record Hunk(int from, int to, int otherFrom, int otherTo) {

    /** All places, in order, with something equal between any two. In memory that grows with the lists and not with their product. */
    static <T> List<Hunk> between(List<T> one, List<T> other) {
        List<Hunk> hunks = new ArrayList<>();
        for (AbstractDelta<T> delta :
                DiffUtils.diff(one, other, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = from + delta.getSource().size();
            int added = delta.getTarget().size();
            Hunk last = hunks.isEmpty() ? new Hunk(0, 0, 0, 0) : hunks.getLast();
            if (!hunks.isEmpty() && last.to == from) {
                hunks.set(hunks.size() - 1, new Hunk(last.from, to, last.otherFrom, last.otherTo + added));
            } else {
                int otherFrom = last.otherTo + from - last.to;
                hunks.add(new Hunk(from, to, otherFrom, otherFrom + added));
            }
        }
        return hunks;
    }
}
