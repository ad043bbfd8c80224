package news.piton.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import news.piton.app.site.ReaderSite;
import news.piton.core.host.Host;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves until SIGTERM or Ctrl-C, then lets requests and jobs finish and stops. */
@Command(name = "serve", description = "Starts Piton and serves until it is stopped.", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @Mixin
    Installation installation = new Installation();

    @Option(
            names = "--stop-after-start",
            hidden = true,
            description = "Stops once the server is up: for making the JVM's AOT cache.")
    boolean stopAfterStart;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        GraphiQl graphiQl = new GraphiQl();
        Host host = installation.serve((endpoint, site, clock, modules, settings) -> Stream.concat(
                        graphiQl.routes().stream(),
                        new ReaderSite().routes(endpoint, site, clock, modules, settings).stream())
                .toList());
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> {
            host.close();
            stopped.countDown();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        greet(spec.commandLine().getOut(), host); // first of all, since a made password is told here or never
        graphiQl.offer(host.plugins());
        if (stopAfterStart) {
            Warming.visit(host);
            Runtime.getRuntime().removeShutdownHook(hook);
            hook.start();
        }
        stopped.await();
        return 0;
    }

    private static void greet(PrintWriter out, Host host) {
        out.println();
        out.println(host.table());
        out.println();
        out.println("Site        " + host.url() + "/");
        out.println("GraphQL     " + host.url() + "/graphql");
        out.println("GraphiQL    " + host.url() + "/graphiql");
        out.println("Schema      " + host.url() + "/graphql/schema.graphql");
        out.println("Mail        " + host.url() + "/outbox (what would be sent, while mail.host is empty)");
        out.println("Health      " + host.url() + "/observe/health");
        Installation.tellOfAdmin(out, host);
        out.println();
        out.flush();
    }
}
