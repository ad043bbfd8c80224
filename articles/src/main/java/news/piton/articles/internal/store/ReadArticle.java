package news.piton.articles.internal.store;

import java.time.Instant;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * An article as it was read, with its body where that was asked for.
 *
 * @param listedAt its place in the list from which it was read: by when it was published, or else begun; or featured
 * @param liveBlog whether it has a live blog, or may have one, since nobody asked
 * @param corrected the same for corrections
 */
public record ReadArticle(
        ArticleView view, Instant listedAt, @Nullable Body body, boolean liveBlog, boolean corrected) {}
