package news.piton.app.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What readers ask, on a small and on a large paper: whether the large one costs more. One connection, so that nothing waits. */
final class Growth {
    private static final int SEARCHES = 400;
    private static final int ROUNDS = 6;
    private static final int PAGE = 20;
    static final String COMPRESSED = "Accept-Encoding: gzip, deflate, br";
    private static final String SECTION =
            "query Section($after: String) { section(slug: \"news\") { articles(first: 20, after: $after) { nodes {"
                    + " headline url publishedAt } } } }";
    private static final String SEARCH =
            "query Search($text: String!) { searchArticles(text: $text, first: 10) { edges { excerpt node { headline"
                    + " url } } } }";
    private static final String RELATED =
            "query Related($slug: String!) { article(slug: $slug) { related(first: 5) { headline url } } }";

    private final Duration span;
    /** The p99 of the largest paper. */
    private final Map<String, Double> last = new HashMap<>();

    Growth(Duration span) {
        this.span = span;
    }

    /** What is asked, by what it is called in the tables. */
    record Questions(Map<String, List<byte[]>> all) {}

    /** @param url of the database, with user and password */
    static Questions questions(String url, List<String> slugs) throws SQLException {
        Map<String, List<byte[]>> all = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            all.put("article, GraphQL", Benchmark.articles());
            all.put("article, HTML", paths(sql).stream().map(Growth::page).toList());
            all.put("front, HTML", List.of(page("/")));
            Random random = new Random(1838);
            all.put(
                    "search",
                    IntStream.range(0, SEARCHES)
                            .mapToObj(number -> search(number, random))
                            .toList());
            all.put(
                    "related",
                    slugs.stream()
                            .map(slug -> Load.post(Benchmark.body(RELATED, Map.of("slug", slug))))
                            .toList());
            all.put("section, page 1", List.of(Load.post(Benchmark.body(SECTION, Map.of()))));
            all.put("section, page 10,000", List.of(Load.post(Benchmark.body(SECTION, Map.of("after", deep(sql))))));
        }
        return new Questions(all);
    }

    /** Words of all ranks alike, from those in nearly every article to those in none; every other time two of them. */
    private static byte[] search(int number, Random random) {
        String text = word(random) + (number % 2 == 0 ? "" : " " + word(random));
        return Load.post(Benchmark.body(SEARCH, Map.of("text", text)));
    }

    private static String word(Random random) {
        return Vocabulary.word((int) Math.pow(Vocabulary.SIZE, random.nextDouble()) - 1);
    }

    private static List<String> paths(Statement sql) throws SQLException {
        List<String> paths = new java.util.ArrayList<>();
        try (ResultSet row = sql.executeQuery(
                "select date_format(published_at - interval 4 hour, '/%Y/%m/%d/'), slug from articles_article where"
                        + " slug like 'page-%' order by listed_at desc limit 200")) {
            while (row.next()) {
                paths.add(row.getString(1) + row.getString(2));
            }
        }
        return paths;
    }

    private static byte[] page(String path) {
        return Load.get(path, "Accept: text/html");
    }

    /** The cursor before page 10,000 of the section; before its last page when it has fewer. */
    private static String deep(Statement sql) throws SQLException {
        long offset = 9_999L * PAGE;
        String news = " from articles_article where section_id = (select id from articles_section where slug = 'news')";
        try (ResultSet row = sql.executeQuery("select count(*)" + news)) {
            row.next();
            offset = Math.min(offset, row.getLong(1) - PAGE);
        }
        try (ResultSet row = sql.executeQuery("select timestampdiff(microsecond, '1970-01-01', listed_at), id" + news
                + " order by listed_at desc, id desc limit 1 offset " + (offset - 1))) {
            row.next();
            String cursor = row.getLong(1) + "," + row.getLong(2);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** A paper that is asked. @param name how many articles it has, for the table */
    record Paper(String name, int port, Questions questions) {}

    /**
     * Prints what each question costs, and beside it what it costs the larger papers. All are asked in turns, so that a
     * machine that is slow for a while is slow for all of them.
     */
    void measure(List<Paper> papers) throws InterruptedException {
        IO.println(
                "%n| question | articles | mean ms | p50 ms | p99 ms | of the smaller paper |%n|---|--:|--:|--:|--:|--:|"
                        .formatted());
        for (String question : papers.getFirst().questions.all.keySet()) {
            List<Load> loads = new ArrayList<>();
            for (Paper paper : papers) {
                loads.add(new Load(paper.port, paper.questions.all.get(question)).warm(1, span));
            }
            double[][] all = new double[papers.size()][3];
            for (int round = 0; round < ROUNDS; round++) {
                for (int paper = 0; paper < all.length; paper++) {
                    Load.Result result = loads.get(paper).run(1, span.dividedBy(ROUNDS));
                    all[paper][0] += 1_000 / result.perSecond() / ROUNDS;
                    all[paper][1] += result.milliseconds(0.5) / ROUNDS;
                    all[paper][2] += result.milliseconds(0.99) / ROUNDS;
                }
            }
            for (int paper = 0; paper < all.length; paper++) {
                IO.println("| %s | %s | %.2f | %.2f | %.2f | %s |"
                        .formatted(
                                question,
                                papers.get(paper).name,
                                all[paper][0],
                                all[paper][1],
                                all[paper][2],
                                paper == 0 ? "" : "%.2f".formatted(all[paper][0] / all[0][0])));
            }
            last.put(question, all[all.length - 1][2]);
        }
        IO.println("%nsearch takes %.1f times as long as the article page, both at their p99"
                .formatted(last.get("search") / last.get("article, GraphQL")));
    }

    /** Prints what pages that lie ready in memory cost beside the same bytes from a bare handler, compressed, as browsers ask for them, and not. */
    static void memory(int port, Duration span, Questions questions) throws InterruptedException {
        for (String page : List.of("article", "front")) {
            byte[] request = questions.all.get(page + ", HTML").getFirst();
            String path = new String(request, StandardCharsets.US_ASCII).split(" ", 3)[1];
            for (String[] headers : List.of(new String[] {COMPRESSED}, new String[0])) {
                double[] both = perSecond(
                        span,
                        16,
                        new Load(port, List.of(Load.get(path, headers))),
                        new Load(port, List.of(Load.get("/benchmark/memory/page?path=" + path, headers))));
                IO.println("%s as HTML%s, page in memory: %,.0f requests/s; the in-memory handler %,.0f; ratio %.2f"
                        .formatted(page, headers.length == 0 ? "" : " and gzip", both[0], both[1], both[0] / both[1]));
            }
        }
    }

    /** Prints what the page of an article costs beside the same article's answer in GraphQL, neither from memory, but for what stands around all pages. */
    static void page(int port, Duration span, Questions questions) throws InterruptedException {
        for (int connections : new int[] {1, 16}) {
            double[] both = perSecond(
                    span,
                    connections,
                    new Load(port, questions.all.get("article, HTML")),
                    new Load(port, questions.all.get("article, GraphQL")));
            IO.println("%narticle as HTML, made anew, %d connections: %,.0f requests/s; GraphQL %,.0f; ratio %.2f"
                    .formatted(connections, both[0], both[1], both[0] / both[1]));
        }
    }

    /** In turns, for the reason that {@link #measure} has. */
    private static double[] perSecond(Duration span, int connections, Load... loads) throws InterruptedException {
        for (Load load : loads) {
            load.warm(connections, span);
        }
        double[] perSecond = new double[loads.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < loads.length; i++) {
                perSecond[i] +=
                        loads[i].run(connections, span.dividedBy(ROUNDS)).perSecond() / ROUNDS;
            }
        }
        return perSecond;
    }
}
