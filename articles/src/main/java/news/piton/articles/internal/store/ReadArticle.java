package news.piton.articles.internal.store;

import java.time.Instant;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * An article as it was read, with its body where that was asked for.
 *
 * @param listedAt its place in "newest first"
 */
public record ReadArticle(
        ArticleView view, Instant listedAt, @Nullable Body body) {}
