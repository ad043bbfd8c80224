package news.piton.comments.internal.posting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import news.piton.articles.Articles;
import news.piton.comments.CommentView;
import news.piton.comments.internal.policy.PolicyFinding;
import news.piton.comments.internal.policy.Rule;
import news.piton.comments.internal.store.CommentStore;
import news.piton.comments.internal.store.FindingStore;
import news.piton.comments.internal.store.HistoryStore;
import news.piton.comments.internal.thread.EditWindow;
import news.piton.comments.internal.thread.ModerationEvent;
import org.jspecify.annotations.Nullable;

/** Tells an author what became of a comment. */
public final class ShowReceipt {
    private final InstantSource clock;
    private final EditWindow window;
    private final Receipts receipts;
    private final Articles articles;
    private final CommentStore comments;
    private final FindingStore findings;
    private final HistoryStore history;

    public ShowReceipt(
            InstantSource clock,
            EditWindow window,
            Receipts receipts,
            Articles articles,
            CommentStore comments,
            FindingStore findings,
            HistoryStore history) {
        this.clock = clock;
        this.window = window;
        this.receipts = receipts;
        this.articles = articles;
        this.comments = comments;
        this.findings = findings;
        this.history = history;
    }

    /**
     * @param rule the rule that the last decision named
     * @param moderatorNote what the last decision said to the author
     * @param editableUntil until when its author may change it; null when not any more
     */
    public record Receipt(
            CommentView comment,
            List<PolicyFinding> reasons,
            @Nullable Rule rule,
            @Nullable String moderatorNote,
            @Nullable Instant editableUntil) {}

    /** Null for a receipt that is not ours, and while the article is not public: nothing of it may show through here. */
    public @Nullable Receipt show(String receipt) {
        OptionalLong opened = receipts.open(receipt);
        if (opened.isEmpty()) {
            return null;
        }
        long id = opened.getAsLong();
        CommentView comment = comments.any(Set.of(id)).get(id);
        if (comment == null || articles.published(comment.articleId()).isEmpty()) {
            return null;
        }
        List<ModerationEvent> decisions = history.of(Set.of(id)).getOrDefault(id, List.of());
        return new Receipt(
                comment,
                findings.of(Set.of(id)).getOrDefault(id, List.of()),
                decisions.isEmpty() ? null : decisions.getLast().rule(),
                decisions.isEmpty() ? null : decisions.getLast().note(),
                window.endFor(comment, clock.instant()));
    }
}
