package news.piton.articles.internal.search;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.articles.internal.store.ArticleParts;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.ReadArticle;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;

/**
 * Finds published articles by their words. However many there are, a search looks at the newest {@value #MOST} that have all
 * words, so that the commonest word costs what any other does: by relevance, it orders those; by time, every page goes on where
 * the last one ended.
 */
public final class FindArticles {
    /** How many are ordered by relevance, and counted, at the most. */
    public static final int MOST = 1_000;

    private static final double MILLIONTHS = 1_000_000;

    private final KeepSearchIndex keeper;
    private final SearchIndex index;
    private final ArticleReads articles;
    private final InstantSource clock;

    public FindArticles(KeepSearchIndex keeper, SearchIndex index, ArticleReads articles, InstantSource clock) {
        this.keeper = keeper;
        this.index = index;
        this.articles = articles;
        this.clock = clock;
    }

    /** Best or newest first. */
    public enum Order {
        RELEVANCE,
        NEWEST
    }

    /** @param rank what it is ordered by: relevance in millionths, or microseconds since the epoch */
    private record Hit(long article, long rank) {
        Cursor cursor() {
            return Cursor.of(rank, article);
        }
    }

    public Connection<ReadArticle> find(
            SearchQuery asked, SearchFilter filter, Order order, PageRequest page, ArticleParts wanted) {
        if (asked.isEmpty()) {
            return Connection.empty();
        }
        keeper.takeIn();
        List<Hit> hits = index.search(searcher -> {
            Queries queries = new Queries(searcher, clock.instant());
            return switch (order) {
                case RELEVANCE -> best(searcher, queries.of(asked, filter), page);
                case NEWEST -> newest(searcher, queries.of(asked, filter, page), page);
            };
        });
        Map<Long, ReadArticle> found =
                articles.published(hits.stream().map(Hit::article).collect(Collectors.toSet()), wanted);
        Connection<Hit> all = Connection.of(hits, page, Hit::cursor, () -> count(asked, filter));
        // one that was unpublished this moment may still be in the index
        return new Connection<>(
                all.edges().stream()
                        .filter(edge -> found.containsKey(edge.node().article))
                        .map(edge -> new Connection.Edge<>(
                                java.util.Objects.requireNonNull(found.get(edge.node().article)), edge.cursor()))
                        .toList(),
                all.pageInfo(),
                all.count());
    }

    private int count(SearchQuery asked, SearchFilter filter) {
        return index.search(searcher -> (int) Math.min(
                MOST,
                top(searcher, new Queries(searcher, clock.instant()).of(asked, filter), 1, false)
                        .totalHits
                        .value()));
    }

    private static TopDocs top(IndexSearcher searcher, Query query, int most, boolean backward) throws IOException {
        return searcher.search(
                query,
                new TopFieldCollectorManager(
                        backward ? Queries.OLDEST : SearchIndex.NEWEST,
                        most,
                        null,
                        backward ? Integer.MAX_VALUE : MOST));
    }

    /** In the order in which the page walks, one more than it holds where there is one. */
    private static List<Hit> newest(IndexSearcher searcher, Query query, PageRequest page) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc document : top(searcher, query, page.size() + 1, page.backward()).scoreDocs) {
            hits.add(new Hit(field(document, 1), field(document, 0)));
        }
        return hits;
    }

    private static List<Hit> best(IndexSearcher searcher, Query query, PageRequest page) throws IOException {
        ScoreDoc[] documents = top(searcher, query, MOST, false).scoreDocs;
        TopFieldCollector.populateScores(documents, searcher, query);
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc document : documents) {
            hits.add(new Hit(field(document, 1), Math.round(document.score * MILLIONTHS)));
        }
        Comparator<Hit> best = Comparator.comparingLong(Hit::rank)
                .thenComparingLong(Hit::article)
                .reversed();
        Comparator<Hit> walk = page.backward() ? best.reversed() : best;
        Cursor cursor = page.cursor();
        Hit last = cursor == null ? null : new Hit(cursor.key(1, 2), cursor.key(0, 2));
        return hits.stream()
                .filter(hit -> last == null || walk.compare(hit, last) > 0)
                .sorted(walk)
                .limit(page.size() + 1L)
                .toList();
    }

    private static long field(ScoreDoc document, int number) {
        return (Long) ((FieldDoc) document).fields[number];
    }
}
