package news.piton.comments.internal.graphql;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import news.piton.comments.CommentApproved;
import news.piton.comments.CommentView;
import news.piton.comments.internal.reading.VisibleArticles;
import news.piton.comments.internal.reading.VisibleComments;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Caller;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.LiveField;
import org.jspecify.annotations.Nullable;

/** What a subscriber to {@code commentApproved} sees: nothing but what any reader does. */
public final class ApprovedComments implements LiveField<CommentApproved> {
    private final VisibleArticles articles;
    private final VisibleComments comments;

    public ApprovedComments(VisibleArticles articles, VisibleComments comments) {
        this.articles = articles;
        this.comments = comments;
    }

    @Override
    public void admit(Map<String, Object> arguments, Caller caller) {
        OptionalLong article = article(arguments);
        if (article.isEmpty()
                || articles.to(Viewer.GUEST, Set.of(article.getAsLong())).isEmpty()) {
            throw Fault.badRequest("There is no such article to follow.");
        }
    }

    @Override
    public @Nullable CommentView show(CommentApproved event, Map<String, Object> arguments, Caller caller) {
        OptionalLong article = article(arguments);
        return article.isPresent() && article.getAsLong() == event.articleId()
                ? comments.to(Viewer.GUEST, Set.of(event.commentId())).get(event.commentId())
                : null;
    }

    private static OptionalLong article(Map<String, Object> arguments) {
        return GlobalId.number("Article", String.valueOf(arguments.get("articleId")));
    }
}
