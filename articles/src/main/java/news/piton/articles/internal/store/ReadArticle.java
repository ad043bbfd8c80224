package news.piton.articles.internal.store;

import java.time.Instant;
import java.util.List;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.TagView;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * An article as it was read, with what was {@link Wanted}; the rest is null.
 *
 * @param listedAt its place in "newest first"
 */
public record ReadArticle(
        ArticleView view,
        Instant listedAt,
        @Nullable Body body,
        @Nullable List<TagView> tags,
        @Nullable List<AuthorView> authors) {}
