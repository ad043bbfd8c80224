package news.piton.articles.internal.writing;

import java.util.List;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * A new article, as its author hands it in.
 *
 * @param section a section's slug
 * @param authors slugs or names
 * @param source a source's global id or name
 * @param slug null to make it from the headline
 */
public record Draft(
        Headline headline,
        Body body,
        String section,
        List<TagName> tags,
        List<String> authors,
        @Nullable Standfirst standfirst,
        @Nullable String source,
        @Nullable Slug slug,
        @Nullable Picture image) {

    public Draft {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
    }
}
