package news.piton.articles.internal.revising;

import java.util.List;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * All of an article that an edit can change, at one moment. Tags are kept by name, since a tag may be gone when the moment is
 * long past; the rest by number.
 */
public record Manuscript(
        Slug slug,
        Headline headline,
        @Nullable Standfirst standfirst,
        Body body,
        long section,
        List<TagName> tags,
        List<Long> authors,
        @Nullable Long source,
        @Nullable Picture image) {

    public Manuscript {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
    }

    /** The same at another address. */
    public Manuscript at(Slug other) {
        return new Manuscript(other, headline, standfirst, body, section, tags, authors, source, image);
    }
}
