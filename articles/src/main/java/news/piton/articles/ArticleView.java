package news.piton.articles;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article without its text, as lists, newsletters and share links need it. Whoever was given one may read its tags and
 * authors too, and its text unless it is not published and the caller lacks WRITE_ARTICLES.
 *
 * @param slug names the article in addresses; unique
 * @param url the absolute permalink of the reader page
 * @param publishedAt when readers first could, or can, read it; null before it is decided
 * @param version grows by one with every change
 * @param live whether it takes entries right now, as a live blog does
 * @param retracted whether the paper has retracted it
 */
public record ArticleView(
        long id,
        String slug,
        URI url,
        String headline,
        @Nullable String standfirst,
        ArticleStatus status,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        int version,
        SectionView section,
        @Nullable ImageView image,
        @Nullable SourceView source,
        boolean live,
        boolean retracted) {

    /** Whether the paper puts it forward as news: what it has retracted, and a page such as its imprint, it does not. */
    public boolean tellable() {
        return section.news() && !retracted;
    }

    /** As much as recognises it, for those who may know of an article but not read it. */
    public ArticleView withoutText() {
        return new ArticleView(
                id,
                slug,
                url,
                headline,
                null,
                status,
                publishedAt,
                updatedAt,
                version,
                section,
                image,
                source,
                live,
                retracted);
    }
}
