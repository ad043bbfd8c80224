package news.piton.comments.internal.exporting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.wxr.WxrComment;
import news.piton.articles.wxr.WxrDate;
import news.piton.articles.wxr.WxrDiscussions;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.ExportStore;
import news.piton.comments.internal.store.ExportStore.Said;
import org.jsoup.nodes.Entities;

/** Comments as WordPress keeps them. */
public final class DiscussionsAsWxr implements WxrDiscussions {
    private static final String WAITS = "0";

    private final ExportStore store;
    private final ZoneId zone;

    public DiscussionsAsWxr(ExportStore store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    @Override
    public Map<Long, Discussion> below(Collection<Long> articles) {
        Set<Long> closed = store.closed(articles);
        Map<Long, List<Said>> said = store.below(articles).stream()
                .collect(Collectors.groupingBy(one -> one.comment().articleId()));
        Set<Long> touched = new HashSet<>(closed);
        touched.addAll(said.keySet());
        Map<Long, Discussion> discussions = new HashMap<>();
        for (long article : touched) {
            List<WxrComment> comments = comments(said.getOrDefault(article, List.of()));
            discussions.put(article, new Discussion(!closed.contains(article), comments));
        }
        return discussions;
    }

    /**
     * Without those that were taken back. Who answered one of them answers whatever it answered: WordPress would look for a
     * parent that is not in the file among comments of its own. What no reader sees, since it answers something that is gone,
     * waits there: nothing becomes public that was not.
     *
     * @param said parents before answers
     */
    private List<WxrComment> comments(List<Said> said) {
        Map<Long, Long> instead = new HashMap<>();
        Set<Long> gone = new HashSet<>();
        List<WxrComment> comments = new ArrayList<>();
        for (Said one : said) {
            CommentView comment = one.comment();
            Long parent = comment.parentId();
            long above = parent == null ? 0 : instead.getOrDefault(parent, parent);
            boolean belowGone = parent != null && gone.contains(parent);
            String approved = belowGone && comment.status() == CommentStatus.APPROVED ? WAITS : approved(comment);
            if (belowGone || !comesIn(comment)) {
                gone.add(comment.id());
            }
            if (one.withdrawn()) {
                instead.put(comment.id(), above);
            } else {
                comments.add(comment(one, above, approved));
            }
        }
        return comments;
    }

    private WxrComment comment(Said said, long parent, String approved) {
        CommentView comment = said.comment();
        return new WxrComment(
                comment.id(),
                comment.author().name(),
                said.email() == null ? "" : said.email(),
                "",
                date(comment.postedAt()),
                Entities.escape(comment.body().text()),
                approved,
                "comment",
                parent,
                0);
    }

    /** Whether whoever imports the file takes it in, to show it or to let it wait. */
    private static boolean comesIn(CommentView comment) {
        return switch (comment.status()) {
            case APPROVED, PENDING -> true;
            case SPAM, REJECTED, WITHDRAWN -> false;
        };
    }

    private static String approved(CommentView comment) {
        return switch (comment.status()) {
            case APPROVED -> "1";
            case PENDING -> WAITS;
            case SPAM -> "spam";
            case REJECTED, WITHDRAWN -> "trash";
        };
    }

    private WxrDate date(Instant at) {
        return new WxrDate(LocalDateTime.ofInstant(at, ZoneOffset.UTC), LocalDateTime.ofInstant(at, zone), null);
    }
}
