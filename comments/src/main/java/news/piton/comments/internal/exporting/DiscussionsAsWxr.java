package news.piton.comments.internal.exporting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.ExportStore;
import news.piton.comments.internal.store.ExportStore.Said;
import org.jsoup.nodes.Entities;

/** Comments as WordPress keeps them. */
public final class DiscussionsAsWxr implements WxrDiscussions {
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
            List<WxrComment> comments = said.getOrDefault(article, List.of()).stream()
                    .map(this::comment)
                    .toList();
            discussions.put(article, new Discussion(!closed.contains(article), comments));
        }
        return discussions;
    }

    private WxrComment comment(Said said) {
        CommentView comment = said.comment();
        return new WxrComment(
                comment.id(),
                comment.author().name(),
                said.email() == null ? "" : said.email(),
                "",
                date(comment.postedAt()),
                Entities.escape(comment.body().text()),
                approved(comment),
                "comment",
                comment.parentId() == null ? 0 : comment.parentId(),
                0);
    }

    private static String approved(CommentView comment) {
        return switch (comment.status()) {
            case APPROVED -> "1";
            case PENDING -> "0";
            case SPAM -> "spam";
            case REJECTED, WITHDRAWN -> "trash";
        };
    }

    private WxrDate date(Instant at) {
        return new WxrDate(LocalDateTime.ofInstant(at, ZoneOffset.UTC), LocalDateTime.ofInstant(at, zone), null);
    }
}
