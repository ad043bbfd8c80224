package news.piton.articles.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.writing.Filing;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import news.piton.core.site.Site;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That a page far down reads no more rows than the first one, for every kind of list. */
class ArticleListsDbTest {
    private static final int ARTICLES = 1_500;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static TestDatabase test;
    private static Database database;
    private static ArticleLists lists;
    private static long section;
    private static long parent;
    private static long author;
    private static long tag;

    @BeforeAll
    static void fill() {
        test = TestDatabase.create().migrated("articles");
        database = test.open();
        InstantSource clock = InstantSource.fixed(NOW);
        Ids ids = new Ids(clock);
        Permalinks permalinks = new Permalinks(new Site(
                "Herald", URI.create("https://herald.example"), ZoneId.of("America/St_Lucia"), "a@herald.example"));
        SectionTree sections = new SectionTree(database, clock);
        lists = new ArticleLists(database, clock, permalinks, sections);
        CatalogueStore catalogue = new CatalogueStore(database, ids);
        CatalogueWrites writes = new CatalogueWrites(database, ids, sections);
        Filing filing = new Filing(new ArticleStore(database, sections), new PartStore(database, permalinks), ids);
        Body body = Body.fromMarkdown("Text.");
        database.inTransaction(() -> {
            section = writes.addSection(new Slug("news"), "News", null).orElseThrow();
            author = writes.addAuthor(new Slug("ione"), "Ione", null).orElseThrow();
            tag = catalogue.tagsNamed(List.of(new TagName("Harbour"))).getFirst();
            for (int i = 0; i < ARTICLES; i++) {
                // every third shares its moment with the one before, so that ties are on page borders
                Instant at = NOW.minusSeconds(60L * (i / 3));
                filing.file(new Filing.Sheet(
                        new Headline("Number " + i),
                        null,
                        body,
                        section,
                        List.of(tag),
                        List.of(author),
                        null,
                        null,
                        new Slug("number-" + i),
                        true,
                        i % 10 == 9 ? new State.Draft() : new State.Published(at),
                        at,
                        at));
            }
            parent = writes.addSection(new Slug("sport"), "Sport", null).orElseThrow();
            long cricket =
                    writes.addSection(new Slug("cricket"), "Cricket", null).orElseThrow();
            long sailing =
                    writes.addSection(new Slug("sailing"), "Sailing", null).orElseThrow();
            writes.place(cricket, parent);
            writes.place(sailing, parent);
            for (int i = 0; i < ARTICLES * 3 / 10; i++) {
                Instant at = NOW.minusSeconds(60L * (i / 3));
                filing.file(new Filing.Sheet(
                        new Headline("Match " + i),
                        null,
                        body,
                        List.of(parent, cricket, sailing).get(i % 3),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        new Slug("match-" + i),
                        true,
                        new State.Published(at),
                        at,
                        at));
            }
            // what the optimizer needs to choose as it would on a real paper
            Stream.of("articles_article", "articles_tagging", "articles_byline")
                    .forEach(table -> database.sql().execute("analyze table " + table));
        });
    }

    @AfterAll
    static void drop() {
        test.close();
    }

    @Test
    void loses_and_repeats_nothing_from_page_to_page() {
        for (ArticleFilter filter : filters()) {
            List<Long> seen = new ArrayList<>();
            Cursor cursor = null;
            do {
                Connection<ReadArticle> page = page(filter, new PageRequest(97, false, cursor));
                page.nodes().forEach(article -> seen.add(article.view().id()));
                String end = page.pageInfo().endCursor();
                cursor = page.pageInfo().hasNextPage() && end != null ? Cursor.parse(end) : null;
            } while (cursor != null);
            assertEquals(
                    filter.section() == null && filter.tag() == null && filter.author() == null
                            ? ARTICLES * 12 / 10
                            : ARTICLES * 9 / 10,
                    seen.size());
            assertEquals(seen.size(), Set.copyOf(seen).size());
        }
    }

    @Test
    void reads_no_more_rows_for_a_page_far_down() {
        for (ArticleFilter filter : filters()) {
            long first = rowsRead(filter, PageRequest.first(20));
            Cursor deep = Cursor.of(NOW.minusSeconds(60L * (ARTICLES / 3 - 30)), Long.MAX_VALUE);
            long last = rowsRead(filter, new PageRequest(20, false, deep));
            assertTrue(
                    last <= first * 1.2 + 5, filter + ": " + first + " rows for the first page, " + last + " far down");
            assertTrue(first < 400, filter + ": " + first + " rows for the first page");
        }
    }

    @Test
    void reads_no_more_rows_far_down_in_a_section_with_children() {
        ArticleFilter filter = ArticleFilter.inSection(parent);
        assertEquals(
                3,
                lists.pages(List.of(new ArticleList(filter, PageRequest.first(20), ArticleParts.VIEW, true)))
                                .values()
                                .iterator()
                                .next()
                                .totalCount()
                        / (ARTICLES / 10));
        long first = rowsRead(filter, PageRequest.first(20));
        Cursor deep = Cursor.of(NOW.minusSeconds(60L * (ARTICLES / 10 - 30)), Long.MAX_VALUE);
        long last = rowsRead(filter, new PageRequest(20, false, deep));
        assertTrue(last <= first * 1.2 + 5, first + " rows for the first page, " + last + " far down");
        assertTrue(first < 900, first + " rows for the first page of three sections");
    }

    @Test
    void reads_few_rows_for_what_is_featured_however_much_was_once_sticky() {
        ArticleFilter filter =
                new ArticleFilter(null, null, null, null, null, null, ArticleFilter.PUBLISHED, true, true);
        database.inTransaction(() -> {
            FeaturedStore featured = new FeaturedStore(database);
            page(ArticleFilter.inSection(section), PageRequest.first(100)).nodes().stream()
                    .map(article -> article.view().id())
                    .forEach(id -> featured.begin(id, NOW.minusSeconds(id % 1_000)));
            database.sql().execute("analyze table articles_featured");
        });
        long first = rowsRead(filter, PageRequest.first(20));
        assertTrue(first < 400, first + " rows for what is featured");
    }

    private static List<ArticleFilter> filters() {
        return List.of(
                new ArticleFilter(null, null, null, null, null, null, ArticleFilter.PUBLISHED, true, false),
                ArticleFilter.inSection(section),
                ArticleFilter.withTag(tag),
                ArticleFilter.byAuthor(author),
                new ArticleFilter(
                        new ArticleFilter.Name.Slug("news"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        ArticleFilter.PUBLISHED,
                        false,
                        false),
                new ArticleFilter(
                        null,
                        new ArticleFilter.Name.Slug("harbour"),
                        null,
                        null,
                        null,
                        null,
                        ArticleFilter.PUBLISHED,
                        false,
                        false));
    }

    private static Connection<ReadArticle> page(ArticleFilter filter, PageRequest request) {
        ArticleList list = new ArticleList(filter, request, ArticleParts.VIEW, false);
        return lists.pages(List.of(list)).get(list);
    }

    /** The storage engine's own count of rows that the statement touched. */
    private static long rowsRead(ArticleFilter filter, PageRequest request) {
        return database.inTransaction(() -> {
            database.sql().execute("flush status");
            assertEquals(20, page(filter, request).nodes().size());
            return database.sql().fetch("show session status like 'Handler_read%'").stream()
                    .mapToLong(row -> Long.parseLong(row.get(1, String.class)))
                    .sum();
        });
    }
}
