package news.piton.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import news.piton.core.host.Host;
import news.piton.core.plugin.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports another system's export, stops at Ctrl-C after the item at hand, and goes on where it was when run again. */
@Command(
        name = "import",
        description = {
            "Imports what another system exported, for example: piton import wordpress export.xml",
            "Can be stopped with Ctrl-C and run again: nothing comes twice. While a server runs on the embedded database, send",
            "the file to it instead: curl -T export.xml -H \"Authorization: Bearer TOKEN\" SERVER/import/wordpress"
        },
        mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {
    @Mixin
    Installation installation = new Installation();

    @Parameters(index = "0", paramLabel = "FORMAT", description = "The format, for example wordpress.")
    String format = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The exported file.")
    Path file = Path.of("");

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal("There is no readable file " + file + ".");
        }
        AtomicBoolean stop = new AtomicBoolean();
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.set(true);
            await(main);
        }));
        PrintWriter out = spec.commandLine().getOut();
        try (Host host = installation.start(Map.of("server.port", "0"), true, List.of())) {
            ImportReport report = new ImportRunner(host.importers()).run(format, Source.of(file), out::println, stop::get);
            out.println(report.text());
            out.flush();
            return report.failed() ? Main.REFUSED : 0;
        }
    }
}
