package news.piton.app.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.helidon.http.Method;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.piton.app.site.ReaderSite;
import news.piton.core.database.ConnectionPool;
import news.piton.core.host.Host;
import news.piton.core.host.HostOptions;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.host.importing.FileSource;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.host.importing.ImportRunner;
import news.piton.core.host.importing.ImportWatch;
import news.piton.core.plugin.Contribution.Route;
import news.piton.core.plugin.Importer;

/** The server under load, in a process of its own: all modules, and beside them the hand-written handlers. */
final class MeasuredServer {
    private MeasuredServer() {}

    /** @param arguments the database's address, user and password, MiB of page memory, the home; then exports to import before serving */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> settings = Map.of(
                "server.port", "0",
                "database.url", arguments[0],
                "database.user", arguments[1],
                "database.password", arguments[2],
                "sample", "false",
                "server.page-memory", arguments[3]);
        HikariDataSource own = ConnectionPool.open(arguments[0], arguments[1], arguments[2], 16);
        List<Route> routes = new ArrayList<>(new HandWritten(own).routes());
        Host[] started = new Host[1];
        routes.add(new Route(
                Method.GET,
                "/benchmark/statements",
                (request, response) -> response.send(String.valueOf(
                        Optional.ofNullable(started[0]).orElseThrow().statementCount()))));
        routes.add(new Route(Method.GET, "/benchmark/heap", (request, response) -> {
            Runtime runtime = Runtime.getRuntime();
            runtime.gc();
            response.send(String.valueOf(runtime.totalMemory() - runtime.freeMemory()));
        }));
        Host host = Host.start(new HostOptions(
                Path.of(arguments[4]),
                Plugins.discover(Path.of("none")),
                settings,
                Map.of(),
                InstantSource.system(),
                true,
                (endpoint, site, clock, modules, hosts) -> {
                    routes.addAll(new ReaderSite().routes(endpoint, site, clock, modules, hosts));
                    return routes;
                }));
        started[0] = host;
        for (int i = 5; i < arguments.length; i++) {
            importFile(host, Path.of(arguments[i]));
        }
        IO.println("ready " + host.url().getPort());
        while (System.in.read() >= 0) {
            // until whoever started this closes the pipe
        }
        host.close();
        own.close();
    }

    private static void importFile(Host host, Path file) throws Exception {
        ImportWatch silent = new ImportWatch() {
            @Override
            public void progressed(Step step) {}

            @Override
            public boolean stopRequested() {
                return false;
            }
        };
        long start = System.nanoTime();
        try (ImportRunner.Turn turn =
                Optional.ofNullable(host.imports().begin()).orElseThrow()) {
            ImportReport report = turn.run("wordpress", FileSource.of(file), Importer.Options.PLAIN, silent);
            if (!report.complete()) {
                throw new IllegalStateException(report.text());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            IO.println("imported %,d in %.1f s, %,.0f/s"
                    .formatted(report.imported(), seconds, report.imported() / seconds));
        }
    }
}
