/**
 * The newsroom: what is written, where it stands in the paper, and what readers may see of it.
 *
 * <p>An article begins as a draft, goes to review, and is published now or at a set time; from that moment, and until it is
 * unpublished, everybody can read it. It stands in one section, may carry tags, authors, a source and a main picture, and
 * keeps its permalink once it has one. Its body comes in as Markdown or HTML and is stored as one canonical, sanitised HTML;
 * plain text, word count, typed blocks and the search index are derived from that.
 *
 * <p>Others ask {@link news.piton.articles.Articles} for facts, listen to {@link news.piton.articles.ArticlePublished} and
 * its siblings, and hang their own fields on the GraphQL type {@code Article}, whose record is {@link
 * news.piton.articles.ArticleView}. Articles know nothing of comments, newsletters or shares.
 */
@NullMarked
@BoundedContext(
        name = "articles",
        exposes = {"wxr"})
package news.piton.articles;

import news.piton.core.plugin.BoundedContext;
import org.jspecify.annotations.NullMarked;
