package news.piton.articles.internal.graphql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.TagView;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ArticleList;
import news.piton.articles.internal.store.ArticleLists;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.articles.internal.store.RelatedReads;
import news.piton.articles.internal.store.Wanted;
import news.piton.core.graphql.Loader;
import news.piton.core.page.Connection;

/**
 * What stands behind articles. Keys carry the article's version, so that an edit within an operation is seen. Whoever was
 * given an article may read the rest of it: these loaders do not ask again.
 */
final class ArticleLoaders {
    static final String BODIES = "articles.bodies";
    static final String TAGS = "articles.tags-of-articles";
    static final String AUTHORS = "articles.authors-of-articles";

    final Loader<BodyKey, Body> bodies;
    final Loader<Key, List<TagView>> tags;
    final Loader<Key, List<AuthorView>> authors;
    final Loader<ArticleList, Connection<ReadArticle>> lists;
    final Loader<RelatedReads.Request, List<ArticleView>> related;

    ArticleLoaders(ArticleReads reads, ArticleLists pages, RelatedReads near) {
        bodies = new Loader<>(BODIES, (keys, caller) -> byKey(keys, BodyKey::article, reads::bodies));
        tags = new Loader<>(TAGS, (keys, caller) -> byKey(keys, key -> key, reads::tags));
        authors = new Loader<>(AUTHORS, (keys, caller) -> byKey(keys, key -> key, reads::authors));
        lists = new Loader<>("articles.lists", (keys, caller) -> pages.pages(keys));
        related = new Loader<>("articles.related", (keys, caller) -> near.near(keys));
    }

    record Key(long article, int version) {
        static Key of(ArticleView view) {
            return new Key(view.id(), view.version());
        }
    }

    record BodyKey(Key article, Wanted.BodyParts parts) {}

    private static <K, V> Map<K, V> byKey(
            Set<K> keys, Function<K, Key> article, Function<Collection<Long>, Map<Long, V>> load) {
        Map<Long, V> loaded = load.apply(
                keys.stream().map(key -> article.apply(key).article()).collect(Collectors.toSet()));
        Map<K, V> found = new HashMap<>();
        for (K key : keys) {
            V value = loaded.get(article.apply(key).article());
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }
}
