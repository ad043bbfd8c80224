package news.piton.comments.internal.graphql;

import static news.piton.comments.CommentPermissions.MODERATE_COMMENTS;

import java.util.List;
import news.piton.articles.ArticleView;
import news.piton.comments.CommentView;
import news.piton.comments.internal.policy.PolicyFinding;
import news.piton.comments.internal.reading.VisibleArticles;
import news.piton.comments.internal.reading.VisibleComments;
import news.piton.comments.internal.store.CommentStore;
import news.piton.comments.internal.store.DiscussionStore;
import news.piton.comments.internal.store.FindingStore;
import news.piton.comments.internal.store.HistoryStore;
import news.piton.comments.internal.store.ThreadStore;
import news.piton.comments.internal.thread.Branch;
import news.piton.comments.internal.thread.Discussion;
import news.piton.comments.internal.thread.ModerationEvent;
import news.piton.core.graphql.Loader;
import news.piton.core.page.Connection;

/**
 * Everything that stands behind a list, and what it costs: one statement each, however long the list, and one for every so
 * many of its pages.
 *
 * @param branches pages of what readers see, for everybody alike
 * @param comments by id, those that the caller may see
 * @param articles by id, those that the caller may see
 */
public record CommentLoaders(
        Loader<Branch, Connection<CommentView>> branches,
        Loader<Long, Discussion> discussions,
        Loader<Long, CommentView> comments,
        Loader<Long, ArticleView> articles,
        Loader<Long, String> emails,
        Loader<Long, List<PolicyFinding>> findings,
        Loader<Long, List<ModerationEvent>> histories) {

    public static CommentLoaders of(
            VisibleArticles articles,
            VisibleComments visible,
            ThreadStore threads,
            DiscussionStore discussions,
            CommentStore comments,
            FindingStore findings,
            HistoryStore history) {
        return new CommentLoaders(
                new Loader<>("comments.branches", (keys, caller) -> threads.branches(keys)),
                new Loader<>("comments.discussions", (ids, caller) -> discussions.of(ids)),
                new Loader<>("comments.comments", (ids, caller) -> visible.to(caller.viewer(), ids)),
                new Loader<>("comments.articles", (ids, caller) -> articles.to(caller.viewer(), ids)),
                new Loader<>("comments.emails", moderators(comments::emails)),
                new Loader<>("comments.findings", moderators(findings::of)),
                new Loader<>("comments.histories", moderators(history::of)));
    }

    List<Loader<?, ?>> all() {
        return List.of(branches, discussions, comments, articles, emails, findings, histories);
    }

    private static <V> Loader.Batch<Long, V> moderators(
            java.util.function.Function<java.util.Set<Long>, java.util.Map<Long, V>> read) {
        return (ids, caller) -> {
            caller.require(MODERATE_COMMENTS);
            return read.apply(ids);
        };
    }
}
