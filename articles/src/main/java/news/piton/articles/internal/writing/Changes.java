package news.piton.articles.internal.writing;

import java.util.List;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.Standfirst;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.body.Body;

/** An edit of an article, field by field; names as in {@link Draft}. */
public record Changes(
        Change<Headline> headline,
        Change<Body> body,
        Change<String> section,
        Change<List<TagName>> tags,
        Change<List<String>> authors,
        Change<Standfirst> standfirst,
        Change<String> source,
        Change<Slug> slug,
        Change<Picture> image) {}
