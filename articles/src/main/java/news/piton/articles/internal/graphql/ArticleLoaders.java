package news.piton.articles.internal.graphql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.CorrectionView;
import news.piton.articles.TagView;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ArticleList;
import news.piton.articles.internal.store.ArticleLists;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.BodyParts;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.PendingRetraction;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.articles.internal.store.RelatedReads;
import news.piton.core.graphql.Loader;
import news.piton.core.page.Connection;

/**
 * What stands behind articles. Keys carry the article's version, so that an edit within an operation is seen. Whoever was
 * given an article may read its tags and authors: these loaders do not ask again. Who may read its text, the field asks.
 */
public final class ArticleLoaders {
    final Loader<BodyKey, Body> bodies;
    final Loader<Key, List<TagView>> tags;
    final Loader<Key, List<AuthorView>> authors;
    final Loader<Key, List<CorrectionView>> corrections;
    final Loader<Key, PendingRetraction> pendingRetractions;
    final Loader<Asked, Page> lists;
    final Loader<RelatedReads.Request, List<ArticleView>> related;

    public ArticleLoaders(ArticleReads reads, ArticleLists pages, RelatedReads near, CorrectionStore corrected) {
        bodies = new Loader<>("articles.bodies", (keys, caller) -> bodies(keys, reads::bodies));
        tags = new Loader<>("articles.tags-of-articles", (keys, caller) -> lists(keys, reads::tags));
        authors = new Loader<>("articles.authors-of-articles", (keys, caller) -> lists(keys, reads::authors));
        lists = new Loader<>("articles.lists", (keys, caller) -> lists(keys, pages, reads, corrected));
        corrections =
                new Loader<>("articles.corrections-of-articles", (keys, caller) -> lists(keys, corrected::ofArticles));
        pendingRetractions =
                new Loader<>("articles.pending-retractions", (keys, caller) -> each(keys, corrected::proposals));
        related = new Loader<>("articles.related", (keys, caller) -> near.near(keys));
    }

    record Key(long article, int version) {
        static Key of(ArticleView view) {
            return new Key(view.id(), view.version());
        }
    }

    record BodyKey(Key article, BodyParts parts) {}

    record Asked(ArticleList list, Along.Wanted wanted) {}

    record Page(Connection<ArticleView> articles, Along along) {
        static final Page EMPTY = new Page(
                Connection.empty(), new Along(Along.Wanted.NOTHING, Map.of(), null, null, null, Set.of(), Map.of()));
    }

    /** All lists of a level together, and what is wanted along with any of them in one statement more each. */
    private static Map<Asked, Page> lists(
            Set<Asked> keys, ArticleLists pages, ArticleReads reads, CorrectionStore corrected) {
        Map<ArticleList, Connection<ReadArticle>> found =
                pages.pages(keys.stream().map(Asked::list).collect(Collectors.toSet()));
        Along along = Along.with(
                found.values().stream().flatMap(page -> page.nodes().stream()).toList(),
                keys.stream().map(Asked::wanted).reduce(Along.Wanted.NOTHING, Along.Wanted::and),
                reads,
                corrected);
        return keys.stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> new Page(
                                Objects.requireNonNull(found.get(key.list)).map(ReadArticle::view), along)));
    }

    private static Map<BodyKey, Body> bodies(Set<BodyKey> keys, Function<Collection<Long>, Map<Long, Body>> load) {
        Map<Long, Body> loaded =
                load.apply(keys.stream().map(key -> key.article.article).collect(Collectors.toSet()));
        Map<BodyKey, Body> found = new HashMap<>();
        for (BodyKey key : keys) {
            Body body = loaded.get(key.article.article);
            if (body != null) {
                found.put(key, body);
            }
        }
        return found;
    }

    private static <V> Map<Key, V> each(Set<Key> keys, Function<Collection<Long>, Map<Long, V>> load) {
        Map<Long, V> loaded = load.apply(keys.stream().map(Key::article).collect(Collectors.toSet()));
        return keys.stream()
                .filter(key -> loaded.containsKey(key.article))
                .collect(Collectors.toMap(key -> key, key -> loaded.get(key.article)));
    }

    private static <V> Map<Key, List<V>> lists(Set<Key> keys, Function<Collection<Long>, Map<Long, List<V>>> load) {
        Map<Long, List<V>> loaded = load.apply(keys.stream().map(Key::article).collect(Collectors.toSet()));
        return keys.stream().collect(Collectors.toMap(key -> key, key -> loaded.getOrDefault(key.article, List.of())));
    }
}
