package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import java.util.List;
import java.util.stream.IntStream;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.store.generated.tables.records.ArticlesBylineRecord;
import news.piton.articles.internal.store.generated.tables.records.ArticlesTaggingRecord;

/**
 * What ties an article to its tags and authors. Lists by tag and author judge by these rows whether readers see the article, so
 * that each repeats all that decides it.
 */
final class Links {
    private Links() {}

    /** @param tags in the article's order */
    static List<ArticlesTaggingRecord> taggings(Article article, List<Long> tags) {
        return IntStream.range(0, tags.size())
                .mapToObj(position -> {
                    var row = new ArticlesTaggingRecord();
                    row.setArticleId(article.id());
                    row.setTagId(tags.get(position));
                    row.setPosition((short) position);
                    row.setState(ArticleStore.state(article));
                    row.setListedAt(article.listedAt());
                    row.set(ARTICLES_TAGGING.CLOSES_AT, article.state().closesAt());
                    return row;
                })
                .toList();
    }

    /** @param authors in the order of the byline */
    static List<ArticlesBylineRecord> bylines(Article article, List<Long> authors) {
        return IntStream.range(0, authors.size())
                .mapToObj(position -> {
                    var row = new ArticlesBylineRecord();
                    row.setArticleId(article.id());
                    row.setAuthorId(authors.get(position));
                    row.setPosition((short) position);
                    row.setState(ArticleStore.state(article));
                    row.setListedAt(article.listedAt());
                    row.set(ARTICLES_BYLINE.CLOSES_AT, article.state().closesAt());
                    return row;
                })
                .toList();
    }
}
