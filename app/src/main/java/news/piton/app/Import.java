package news.piton.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import news.piton.core.audit.AuditLog;
import news.piton.core.host.Host;
import news.piton.core.host.importing.AuditedImport;
import news.piton.core.host.importing.FileSource;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.host.importing.ImportRunner;
import news.piton.core.host.importing.ImportWatch;
import news.piton.core.plugin.Importer;
import news.piton.core.plugin.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports another system's export, stops at Ctrl-C after the item at hand, and goes on where it was when run again. */
@Command(
        name = "import",
        description = {
            "Imports what another system exported, for example: piton import wordpress export.xml",
            "Can be stopped with Ctrl-C and run again: nothing comes twice. While a server runs on the embedded"
                    + " database, send",
            "the file to it instead: POST it as application/xml, with a Bearer token, to SERVER/import/wordpress"
        },
        mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {
    @Mixin
    Installation installation = new Installation();

    @Parameters(index = "0", paramLabel = "FORMAT", description = "The format, for example wordpress.")
    String format = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The exported file.")
    Path file = Path.of("");

    @Option(names = "--dry-run", description = "Report what would happen, and write nothing.")
    boolean dryRun;

    @Option(
            names = "--fetch-media",
            description = "Fetch the pictures that the articles show into Piton, from public addresses only. Without"
                    + " it they stay where they are.")
    boolean fetchMedia;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("There is no readable file " + file.toAbsolutePath()
                    + "; give the path of what the other system exported.");
        }
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch done = new CountDownLatch(1);
        Watch watch = new Watch(out, new AtomicBoolean());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            watch.stop.set(true);
            await(done);
        }));
        try (Host host = installation.beside(out);
                ImportRunner.Turn turn = Objects.requireNonNull(host.imports().begin())) {
            if (!host.imports().knows(format)) {
                throw new Refusal("No installed module imports the format " + format + ". Formats: "
                        + host.imports().formats() + ".");
            }
            ImportReport report = new AuditedImport(host.api(AuditLog.class), null)
                    .run(turn, format, FileSource.of(file), new Importer.Options(dryRun, fetchMedia), watch);
            out.println();
            out.print(report.text());
            out.flush();
            return report.complete() ? 0 : Main.REFUSED;
        } finally {
            done.countDown();
        }
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    private record Watch(PrintWriter out, AtomicBoolean stop) implements ImportWatch {
        @Override
        public void progressed(Step step) {
            out.println(step);
            out.flush();
        }

        @Override
        public boolean stopRequested() {
            return stop.get();
        }
    }
}
