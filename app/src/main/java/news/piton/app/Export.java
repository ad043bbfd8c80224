package news.piton.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import news.piton.core.audit.AuditLog;
import news.piton.core.host.Host;
import news.piton.core.host.exporting.AuditedExport;
import news.piton.core.plugin.Exporter;
import news.piton.core.plugin.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything into a file that others can read. The file has its name only once it is whole. */
@Command(
        name = "export",
        description = {
            "Exports everything, drafts included, for example: piton export --format wxr herald.xml",
            "Formats: wxr, which WordPress imports, and jsonl, one JSON object a line. While a server runs on the"
                    + " embedded database,",
            "fetch it from there instead: GET SERVER/export/wxr with a Bearer token"
        },
        mixinStandardHelpOptions = true)
final class Export implements Callable<Integer> {
    @Mixin
    Installation installation = new Installation();

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "The format, for example wxr.")
    String format = "";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to write. Default: piton.xml or piton.jsonl here.")
    @Nullable
    Path file;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Host host = installation.beside(out)) {
            Exporter known = host.exports()
                    .format(format)
                    .orElseThrow(() -> new Refusal("No installed module exports the format " + format + ". Formats: "
                            + host.exports().formats() + "."));
            Path target = (file == null ? Path.of("piton." + known.extension()) : file).toAbsolutePath();
            new AuditedExport(host.api(AuditLog.class), null).run(format, () -> write(host, target));
            out.println("Wrote " + target + ", " + Files.size(target) + " bytes.");
            out.flush();
            return 0;
        }
    }

    private void write(Host host, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream to = Files.newOutputStream(part)) {
                host.exports().run(format, to);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
