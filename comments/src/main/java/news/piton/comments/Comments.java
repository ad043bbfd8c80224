package news.piton.comments;

import java.util.Map;
import java.util.Set;

/** The comments, for other modules. */
public interface Comments {

    /**
     * How many comments readers see under each of these articles, replies included. Articles without any are absent. One SQL
     * statement, and none for an empty set.
     */
    Map<Long, Integer> approvedCounts(Set<Long> articleIds);
}
