package news.piton.articles.internal.writing;

import java.time.Instant;
import java.util.List;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.PartStore;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;
import org.jspecify.annotations.Nullable;

/** Puts a new article with all its parts into the files, in the caller's transaction. */
public final class Filing {
    private static final int ATTEMPTS = 20;

    private final ArticleStore articles;
    private final PartStore parts;
    private final Ids ids;

    public Filing(ArticleStore articles, PartStore parts, Ids ids) {
        this.articles = articles;
        this.parts = parts;
        this.ids = ids;
    }

    /**
     * A new article whose names have been found.
     *
     * @param slug the wanted one
     * @param state not scheduled: nobody is told when its time comes
     * @param chosen whether somebody chose the slug, so that no other may be put in its place
     */
    public record Sheet(
            Headline headline,
            @Nullable Standfirst standfirst,
            Body body,
            long section,
            List<Long> tags,
            List<Long> authors,
            @Nullable Long source,
            @Nullable Picture image,
            Slug slug,
            boolean chosen,
            State state,
            Instant createdAt,
            Instant updatedAt) {}

    /** @return the article's id; refused with SLUG_TAKEN when a chosen slug is taken */
    public Outcome<Long> file(Sheet sheet) {
        Long image = null;
        if (sheet.image != null) {
            image = ids.next();
            parts.writePicture(image, sheet.image);
        }
        long id = ids.next();
        Slug slug = sheet.chosen ? sheet.slug : articles.free(sheet.slug);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Article article = new Article(
                    id,
                    slug,
                    sheet.headline,
                    sheet.standfirst,
                    sheet.state,
                    sheet.section,
                    sheet.source,
                    image,
                    sheet.createdAt,
                    sheet.updatedAt,
                    1);
            if (articles.insert(article)) {
                parts.writeBody(id, sheet.body);
                parts.tag(article, sheet.tags);
                parts.sign(article, sheet.authors);
                return Outcome.done(id);
            }
            if (sheet.chosen) {
                return Outcome.refused(taken(slug, articles.free(slug)));
            }
            slug = articles.free(sheet.slug);
        }
        throw new IllegalStateException("no free slug near " + sheet.slug);
    }

    static UserError taken(Slug slug, Slug free) {
        return UserError.at(
                "slug",
                "SLUG_TAKEN",
                "Another article has the slug `" + slug.text() + "`. `" + free.text() + "` is free.");
    }
}
