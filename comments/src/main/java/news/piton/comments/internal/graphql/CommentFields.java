package news.piton.comments.internal.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.function.BiFunction;
import news.piton.articles.ArticleView;
import news.piton.comments.CommentBody;
import news.piton.comments.CommentView;
import news.piton.comments.internal.policy.Rule;
import news.piton.comments.internal.posting.OpenDiscussions;
import news.piton.comments.internal.reading.BodyHtml;
import news.piton.comments.internal.reading.VisibleArticles;
import news.piton.comments.internal.thread.Branch;
import news.piton.comments.internal.thread.Discussion;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Pages;
import news.piton.core.page.Connection;
import news.piton.core.page.PageRequest;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The fields of articles, comments and rules that are no components of their records. */
public final class CommentFields {
    private final CommentLoaders loaders;
    private final OpenDiscussions open;

    public CommentFields(CommentLoaders loaders, OpenDiscussions open) {
        this.loaders = loaders;
        this.open = open;
    }

    public void contribute(Contribution.Builder contribution) {
        loaders.all().forEach(contribution::loader);
        contributeToArticles(contribution);
        contribution
                .node("Comment", loaders.comments())
                .field("Comment", "article", comment(this::article))
                .field("Comment", "parent", comment(this::parent))
                .field("Comment", "replies", comment(this::replies))
                .field("Comment", "authorEmail", byId(loaders.emails()))
                .field("Comment", "findings", byId(loaders.findings()))
                .field("Comment", "history", byId(loaders.histories()))
                .field("CommentBody", "html", of(CommentBody.class, (body, field) -> BodyHtml.of(body.text())))
                .field("PolicyRule", "code", of(Rule.class, (rule, field) -> rule.name()))
                .field("PolicyRule", "title", of(Rule.class, (rule, field) -> rule.title()))
                .field("PolicyRule", "description", of(Rule.class, (rule, field) -> rule.description()));
    }

    private void contributeToArticles(Contribution.Builder contribution) {
        contribution
                .field(
                        "Article",
                        "comments",
                        of(
                                ArticleView.class,
                                (article, field) -> loaders.branches()
                                        .load(field, new Branch(article.id(), null, Pages.of(field)))))
                .field(
                        "Article",
                        "commentCount",
                        of(
                                ArticleView.class,
                                (article, field) -> loaders.discussions()
                                        .load(field, article.id())
                                        .thenApply(Discussion::shownCount)))
                .field(
                        "Article",
                        "commentsOpen",
                        of(
                                ArticleView.class,
                                (article, field) -> loaders.discussions()
                                        .load(field, article.id())
                                        .thenApply(discussion -> open.isOpen(discussion, article))));
    }

    private Object article(CommentView comment, DataFetchingEnvironment field) {
        return loaders.articles().load(field, comment.articleId()).thenApply(VisibleArticles::orForbidden);
    }

    private @Nullable Object parent(CommentView comment, DataFetchingEnvironment field) {
        Long parent = comment.parentId();
        return parent == null ? null : loaders.comments().load(field, parent);
    }

    private Object replies(CommentView comment, DataFetchingEnvironment field) {
        PageRequest page = Pages.of(field);
        return comment.answered() || page.cursor() != null
                ? loaders.branches().load(field, new Branch(comment.articleId(), comment.id(), page))
                : Connection.empty();
    }

    private static DataFetcher<Object> byId(Loader<Long, ?> loader) {
        return comment((comment, field) -> loader.load(field, comment.id()));
    }

    private static DataFetcher<Object> comment(
            BiFunction<CommentView, DataFetchingEnvironment, @Nullable Object> fetch) {
        return of(CommentView.class, fetch);
    }

    private static <S> DataFetcher<Object> of(
            Class<S> source, BiFunction<S, DataFetchingEnvironment, @Nullable Object> fetch) {
        return field -> fetch.apply(source.cast(Objects.requireNonNull(field.getSource())), field);
    }
}
