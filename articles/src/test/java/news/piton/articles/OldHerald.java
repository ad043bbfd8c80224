package news.piton.articles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.host.importing.ImportReport.Line;
import news.piton.core.host.importing.ImportRunner;
import news.piton.core.host.importing.ImportWatch;
import news.piton.core.plugin.Importer;
import news.piton.core.testing.TestHost;

/** The WordPress export of a paper that does not exist, with every odd thing that exports are known for. */
public final class OldHerald {
    public static final String ORIGIN = "old-herald.example";

    private OldHerald() {}

    public static String text() {
        try (InputStream in = OldHerald.class.getResourceAsStream("/wordpress/old-herald.xml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything into a host, through all of its importers. */
    public static ImportReport importInto(TestHost host) {
        return importInto(host, text(), Integer.MAX_VALUE);
    }

    /**
     * @param text the file's
     * @param patience how often the importers may ask whether to stop until they are told to
     */
    public static ImportReport importInto(TestHost host, String text, int patience) {
        return importInto(host, text, Importer.Options.PLAIN, patience);
    }

    public static ImportReport importInto(TestHost host, String text, Importer.Options options) {
        return importInto(host, text, options, Integer.MAX_VALUE);
    }

    private static ImportReport importInto(TestHost host, String text, Importer.Options options, int patience) {
        try (ImportRunner.Turn turn =
                Objects.requireNonNull(host.host().imports().begin())) {
            return turn.run(
                    "wordpress", new Source(text.getBytes(StandardCharsets.UTF_8)), options, new Watch(patience));
        }
    }

    /** {@code posts 27, pages 2}, without what none came of. */
    public static String imported(ImportReport report) {
        return report.lines().stream()
                .filter(line -> line.imported() > 0)
                .map(line -> line.kind() + " " + line.imported())
                .collect(Collectors.joining(", "));
    }

    /** {@code posts 27}, without what none was known of. */
    public static String known(ImportReport report) {
        return report.lines().stream()
                .filter(line -> line.known() > 0)
                .map(line -> line.kind() + " " + line.known())
                .collect(Collectors.joining(", "));
    }

    /** {@code posts: in the trash (1)}, one a line. */
    public static String skipped(ImportReport report) {
        return report.lines().stream()
                .flatMap(line -> line.skipped().stream().map(reason -> line(line, reason)))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String line(Line line, ImportReport.Reason reason) {
        return line.kind() + ": " + reason.why() + " (" + reason.count() + ")";
    }

    private record Source(byte[] bytes) implements Importer.Source {
        @Override
        public String name() {
            return "old-herald.xml";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private static final class Watch implements ImportWatch {
        private int patience;

        Watch(int patience) {
            this.patience = patience;
        }

        @Override
        public void progressed(Step step) {}

        @Override
        public boolean stopRequested() {
            return patience-- <= 0;
        }
    }
}
