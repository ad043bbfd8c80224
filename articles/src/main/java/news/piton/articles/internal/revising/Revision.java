package news.piton.articles.internal.revising;

import java.time.Instant;
import java.util.List;
import news.piton.articles.RevisionAction;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * What was saved of an article, without its text.
 *
 * @param number the article's version with it
 * @param pending whether it waits for approval
 * @param savedBy the name of the member of staff as it was then; null for an import, and where nobody noted it
 * @param of the revision that was restored, approved or discarded
 * @param tags names
 * @param body where its text is kept
 */
public record Revision(
        long id,
        long article,
        int number,
        RevisionAction action,
        boolean pending,
        Instant savedAt,
        @Nullable String savedBy,
        @Nullable String note,
        @Nullable Long of,
        String slug,
        String headline,
        @Nullable String standfirst,
        long section,
        @Nullable Long source,
        List<String> tags,
        List<Long> authors,
        @Nullable Picture image,
        long body) {

    public Revision {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
    }

    /** @param text its text */
    public Manuscript manuscript(Body text) {
        return new Manuscript(
                new Slug(slug),
                Headline.stored(headline),
                standfirst == null ? null : Standfirst.stored(standfirst),
                text,
                section,
                tags.stream().map(TagName::stored).toList(),
                authors,
                source,
                image);
    }
}
