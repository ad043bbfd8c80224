package news.piton.articles.wxr;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What readers have said below articles; the export asks, and modules that hold such things answer. */
public interface WxrDiscussions {

    /**
     * @param open whether readers can say more
     * @param comments parents before answers
     */
    record Discussion(boolean open, List<WxrComment> comments) {
        public Discussion {
            comments = List.copyOf(comments);
        }
    }

    /** By article; one that is missing is open and nobody has said anything. */
    Map<Long, Discussion> below(Collection<Long> articles);
}
