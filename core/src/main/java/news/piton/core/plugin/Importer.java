package news.piton.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings in what another system exported. When several modules import the same format, each gets the whole file, in
 * dependency order, and takes what is its own.
 *
 * <p>An importer reads as a stream, commits as it goes, remembers what it has brought in, and can therefore be stopped at
 * any moment and run again: nothing comes twice.
 */
public interface Importer {

    /** The format's name on the command line, for example {@code wordpress}. */
    String format();

    /**
     * @throws ImportFailed when the file itself is broken; what was imported before stays
     * @throws IOException when the file cannot be read
     */
    void run(Source source, Options options, Progress progress) throws IOException, ImportFailed;

    /**
     * What the operator wants besides.
     *
     * @param dryRun the host takes back whatever is written, so that only what it cannot take back must not be done
     * @param fetchMedia whether files that the export only refers to are fetched from where they lie; no importer opens an
     *     address otherwise
     */
    record Options(boolean dryRun, boolean fetchMedia) {
        /** A plain import. */
        public static final Options PLAIN = new Options(false, false);
    }

    /** The file; can be opened again and again. */
    interface Source {
        String name();

        /** In bytes. */
        long size();

        InputStream open() throws IOException;
    }

    /** Where an importer tells what it does; the host shows it and makes the report. */
    interface Progress {
        /** @param kind in the plural, as the report shows it: {@code posts} */
        void imported(String kind);

        /**
         * Something that came in, and that people should know of.
         *
         * @param note a short clause, the same for all of one kind of note, so that the report can count them
         */
        void imported(String kind, String what, String note);

        /** Something that came in on an earlier run. */
        void known(String kind);

        /** @param why a short clause, the same for all of one kind of reason, so that the report can count them */
        void skipped(String kind, String what, String why);

        /** Tells how far the reading is, in bytes of the source. */
        void at(long bytes);

        /** True when the operator asked to stop: finish the piece at hand and return. */
        boolean stopRequested();
    }

    /** The file is broken, or not of this format. The message says what, and where. */
    final class ImportFailed extends Exception {
        /** @param cause null when nothing failed but the file is not what it should be */
        public ImportFailed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
