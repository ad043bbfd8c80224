package news.piton.articles.internal.revising;

import java.util.List;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/** A text with everything in it called by its name, for comparing. */
public record ArticleText(
        String slug,
        String headline,
        @Nullable String standfirst,
        Body body,
        String section,
        List<String> tags,
        List<String> authors,
        @Nullable String source,
        @Nullable Picture image) {

    public ArticleText {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
    }
}
