package news.piton.core.host.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import news.piton.core.host.importing.ImportReport.Ending;
import news.piton.core.host.importing.ImportReport.Line;
import news.piton.core.plugin.Importer;
import news.piton.core.plugin.Importer.ImportFailed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a file to every importer of its format, one after the other, and one file at a time. */
public final class ImportRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private final List<Contributed> importers;
    private final UnaryOperator<Supplier<ImportReport>> rehearsal;
    private final Runnable afterwards;
    private final Semaphore turns = new Semaphore(1);

    /** An importer and the module that brought it. */
    public record Contributed(String module, Importer importer) {}

    /**
     * @param importers in the order in which their modules depend on each other
     * @param rehearsal makes of some work the same work whose writes are taken back
     * @param afterwards runs at the end of an import that has brought something in
     */
    public ImportRunner(
            List<Contributed> importers, UnaryOperator<Supplier<ImportReport>> rehearsal, Runnable afterwards) {
        this.importers = List.copyOf(importers);
        this.rehearsal = rehearsal;
        this.afterwards = afterwards;
    }

    public boolean knows(String format) {
        return importers.stream().anyMatch(one -> one.importer().format().equals(format));
    }

    /** What it knows, for messages: {@code wordpress, ghost}. */
    public String formats() {
        return importers.stream()
                .map(one -> one.importer().format())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    /** The right to import now; null while somebody else does. */
    public @Nullable Turn begin() {
        return turns.tryAcquire() ? new Turn() : null;
    }

    /** Nobody else imports until it is closed. */
    public final class Turn implements AutoCloseable {
        private boolean closed;

        private Turn() {}

        /**
         * Imports a file, on this thread. A dry run is the same in one transaction that is taken back at the end, so that it
         * reports what would happen and nothing stays of it. Whoever makes a tag, say, of the same name meanwhile waits for
         * its end, and is refused after some seconds.
         *
         * @throws IllegalArgumentException for a format that no module knows
         */
        public ImportReport run(String format, Importer.Source source, Importer.Options options, ImportWatch watch) {
            if (closed || !knows(format)) {
                throw new IllegalArgumentException("No module imports the format \"" + format + "\".");
            }
            Supplier<ImportReport> work = () -> runAll(format, source, options, watch);
            if (options.dryRun()) {
                return rehearsal.apply(work).get();
            }
            ImportReport report = work.get();
            if (report.imported() > 0) {
                tidy();
            }
            return report;
        }

        /** What has come in is in, whatever becomes of this. */
        private void tidy() {
            try {
                afterwards.run();
            } catch (RuntimeException failed) {
                LOG.warn(
                        "An import came to its end, but what follows it failed; the next import does it again.",
                        failed);
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                turns.release();
            }
        }
    }

    private ImportReport runAll(String format, Importer.Source source, Importer.Options options, ImportWatch watch) {
        List<Line> lines = new ArrayList<>();
        Ending ending = new Ending.Finished();
        for (Contributed one : importers) {
            if (one.importer().format().equals(format) && mayGoOn(ending)) {
                Tally tally = new Tally(one.module(), source.size(), watch);
                Ending end = run(one, source, options, tally);
                tally.end(end instanceof Ending.Finished);
                tally.lines().forEach(lines::add);
                ending = worse(ending, end);
            }
        }
        return new ImportReport(source.name(), options.dryRun(), ending, lines);
    }

    /** A broken file is broken for all, but what stands before the break belongs to each of them. */
    private static boolean mayGoOn(Ending ending) {
        return !(ending instanceof Ending.Stopped) && !(ending instanceof Ending.Failed failed && failed.forAll());
    }

    private static Ending worse(Ending before, Ending now) {
        boolean toldAlready =
                before instanceof Ending.Failed && now instanceof Ending.Failed failed && !failed.forAll();
        return now instanceof Ending.Finished || toldAlready ? before : now;
    }

    private static Ending run(Contributed one, Importer.Source source, Importer.Options options, Tally tally) {
        try {
            one.importer().run(source, options, tally);
            return tally.stopRequested() ? new Ending.Stopped() : new Ending.Finished();
        } catch (ImportFailed broken) {
            LOG.info("The import of {} found the file broken: {}", source.name(), broken.getMessage());
            return new Ending.Failed(String.valueOf(broken.getMessage()), false);
        } catch (IOException unreadable) {
            LOG.warn("The import of {} cannot read the file", source.name(), unreadable);
            return new Ending.Failed("The file cannot be read: " + unreadable.getMessage(), true);
        } catch (RuntimeException fault) {
            LOG.error("The import of {} broke off in {}", source.name(), one.module(), fault);
            return new Ending.Failed(
                    "The import broke off in " + one.module() + " by a fault of Piton's; the log tells more.", true);
        }
    }
}
