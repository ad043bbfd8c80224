package news.piton.app.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.piton.core.database.embedded.EmbeddedMariaDb;

/** Prints what a page costs, as a table. Takes some minutes; nothing it leaves behind survives it but the printed table. */
public final class Benchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COMMENTED = 200;
    private static final String ARTICLE =
            "query Article($slug: String!) { article(slug: $slug) { headline standfirst publishedAt body { html }"
                    + " section { name } tags { name slug } comments(first: 20) { nodes { author { name } body { html }"
                    + " postedAt } } } }";
    private static final String FRONT =
            "query Front { articles(first: 20) { nodes { slug headline standfirst publishedAt tags { name slug } } } }";

    private static final Duration SPAN = Duration.ofSeconds(Integer.getInteger("piton.benchmark.seconds", 6));
    private static final int SMALL = 2_000;

    private final Process server;
    private final int port;

    private Benchmark(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        int articles = Integer.getInteger("piton.benchmark.articles", SMALL);
        Path folder = Files.createTempDirectory("piton-benchmark");
        Path pages = folder.resolve("pages.xml");
        new Archive().write(pages, "page", SMALL, 600, COMMENTED, LocalDateTime.of(2026, 11, 1, 12, 0));
        Path cache = Path.of(System.getProperty("piton.cache", ".piton"));
        try (EmbeddedMariaDb database =
                EmbeddedMariaDb.start(folder.resolve("database"), EmbeddedMariaDb.Options.durable(cache))) {
            Place small = Place.in(database, "small", folder);
            Growth growth = new Growth(SPAN);
            try (Running running = small.start("0", pages)) {
                new Benchmark(running.process(), running.port()).pages();
                Growth.page(running.port(), SPAN, small.questions());
            }
            try (Running running = small.start("32")) {
                Growth.memory(running.port(), SPAN, small.questions());
            }
            if (articles == SMALL) {
                try (Running running = small.start("0")) {
                    growth.measure(List.of(new Growth.Paper("2,000", running.port(), small.questions())));
                }
                return;
            }
            Place large = Place.in(database, "large", folder);
            large.start("0", pages).close();
            new Million(large.url()).write(articles - SMALL, LocalDateTime.of(2026, 10, 1, 12, 0), folder);
            try (Running one = small.start("0");
                    Running other = large.start("0")) {
                Running.awaitIndex(other.port());
                growth.measure(List.of(
                        new Growth.Paper("2,000", one.port(), small.questions()),
                        new Growth.Paper("%,d".formatted(articles), other.port(), large.questions())));
            }
        }
    }

    /** A database, and the folder beside it for what its server keeps. */
    private record Place(String[] address, Path home) {
        static Place in(EmbeddedMariaDb database, String name, Path folder) throws IOException {
            database.createDatabase(name);
            return new Place(
                    new String[] {database.jdbcUrl(name), database.user(), database.password()},
                    Files.createDirectories(folder.resolve(name)));
        }

        String url() {
            return address[0] + "?user=" + address[1] + "&password=" + address[2];
        }

        Growth.Questions questions() throws SQLException {
            return Growth.questions(
                    url(),
                    IntStream.range(0, COMMENTED)
                            .mapToObj(number -> "page-" + number)
                            .toList());
        }

        Running start(String memory, Path... exports) throws IOException {
            return Running.start(address, memory, home, exports);
        }
    }

    private record Running(Process process, int port) implements AutoCloseable {
        /** @param exports to import before serving */
        static Running start(String[] address, String memory, Path home, Path... exports) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dlogback.configurationFile=benchmark-logback.xml",
                    "-cp",
                    System.getProperty("java.class.path"),
                    MeasuredServer.class.getName()));
            command.addAll(List.of(address));
            command.add(memory);
            command.add(home.toString());
            Stream.of(exports).map(Path::toString).forEach(command::add);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ready ")) {
                    return new Running(process, Integer.parseInt(line.substring(6)));
                }
                IO.println(line);
            }
            throw new IllegalStateException("the server did not start");
        }

        /** Until the oldest article can be found. Each search waits itself for an index that is still being made. */
        static void awaitIndex(int port) throws IOException {
            byte[] oldest = Load.post(body(
                    "query Oldest($text: String!) { searchArticles(text: $text, last: 1, order: NEWEST) { nodes { slug"
                            + " } } }",
                    Map.of("text", Vocabulary.word(0))));
            boolean found = false;
            while (!found) {
                found = new Load(port, List.of()).once(oldest).contains("\"past-1\"");
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            process.getOutputStream().close();
            process.waitFor();
        }
    }

    private void pages() throws Exception {
        List<byte[]> articles = articles();
        List<byte[]> front = List.of(Load.post(body(FRONT, Map.of())));
        List<byte[]> articlesByHand = requests(slug -> Load.get("/benchmark/jdbc/article/" + slug));
        List<byte[]> frontByHand = List.of(Load.get("/benchmark/jdbc/front"));
        same(articles.getFirst(), articlesByHand.getFirst());
        same(front.getFirst(), frontByHand.getFirst());

        IO.println("| page | served by | connections | requests/s | of by hand | p50 ms | p99 ms | CPU ms/request |"
                + " SQL/request |");
        IO.println("|---|---|--:|--:|--:|--:|--:|--:|--:|");
        Map<String, List<byte[]>> article = new LinkedHashMap<>();
        article.put("by hand, JDBC", articlesByHand);
        article.put("Piton, GraphQL", articles);
        article.put("from memory", requests(slug -> Load.get("/benchmark/memory/article/" + slug)));
        Map<String, List<byte[]>> frontPage = new LinkedHashMap<>();
        frontPage.put("by hand, JDBC", frontByHand);
        frontPage.put("Piton, GraphQL", front);
        frontPage.put("from memory", List.of(Load.get("/benchmark/memory/front")));
        warmUp(List.of(articles, articlesByHand, front, frontByHand));
        for (int connections : new int[] {1, 16, 64}) {
            table("article", article, connections);
            table("front", frontPage, connections);
        }
        IO.println(
                "%nHeap in use after a collection: %d MiB of at most 256".formatted(number("/benchmark/heap") >> 20));
    }

    /** In rounds, until the compiler has no more to win: no page is a twentieth faster than it has been. */
    private void warmUp(List<List<byte[]>> pages) throws Exception {
        double[] best = new double[pages.size()];
        boolean faster = true;
        for (int round = 0; faster && round < 8; round++) {
            faster = false;
            for (int page = 0; page < best.length; page++) {
                double now = new Load(port, pages.get(page)).run(16, SPAN).perSecond();
                faster |= now > best[page] * 1.05;
                best[page] = Math.max(best[page], now);
            }
        }
    }

    private void table(String page, Map<String, List<byte[]>> ways, int connections) throws Exception {
        double byHand = 0;
        for (Map.Entry<String, List<byte[]>> way : ways.entrySet()) {
            Load load = new Load(port, way.getValue());
            load.run(connections, SPAN.dividedBy(3));
            long statements = number("/benchmark/statements");
            Duration cpu = server.info().totalCpuDuration().orElseThrow();
            Load.Result result = load.run(connections, SPAN);
            int count = result.nanos().length;
            double cpuPerRequest =
                    server.info().totalCpuDuration().orElseThrow().minus(cpu).toNanos() / 1e6 / count;
            boolean piton = way.getKey().startsWith("Piton");
            double sql = (double) (number("/benchmark/statements") - statements) / count;
            byHand = byHand == 0 ? result.perSecond() : byHand;
            IO.println("| %s | %s | %d | %,.0f | %.2f | %.2f | %.2f | %.2f | %s |"
                    .formatted(
                            page,
                            way.getKey(),
                            connections,
                            result.perSecond(),
                            result.perSecond() / byHand,
                            result.milliseconds(0.5),
                            result.milliseconds(0.99),
                            cpuPerRequest,
                            piton ? "%.1f".formatted(sql) : ""));
        }
    }

    private interface Request {
        byte[] of(String slug);
    }

    private static List<byte[]> requests(Request request) {
        return IntStream.range(0, COMMENTED)
                .mapToObj(number -> request.of("page-" + number))
                .toList();
    }

    static List<byte[]> articles() {
        return requests(slug -> Load.post(body(ARTICLE, Map.of("slug", slug))));
    }

    static String body(String query, Map<String, String> variables) {
        try {
            return JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** Both ways must say the same, or the comparison says nothing. */
    private void same(byte[] graphQl, byte[] byHand) throws IOException {
        Load load = new Load(port, List.of());
        JsonNode one = JSON.readTree(load.once(graphQl)).get("data");
        JsonNode other = JSON.readTree(load.once(byHand)).get("data");
        if (one == null || !one.equals(other)) {
            throw new IllegalStateException("not the same page:\n" + one + "\n" + other);
        }
    }

    private long number(String path) throws IOException {
        return Long.parseLong(new Load(port, List.of()).once(Load.get(path)).strip());
    }
}
