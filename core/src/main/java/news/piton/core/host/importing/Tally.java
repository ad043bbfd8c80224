package news.piton.core.host.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.piton.core.host.importing.ImportReport.Line;
import news.piton.core.host.importing.ImportReport.Reason;
import news.piton.core.host.importing.ImportWatch.Step;
import news.piton.core.plugin.Importer;

/** Counts what one module does with a file. Keeps a bounded number of reasons and examples, however long the file is. */
final class Tally implements Importer.Progress {
    private static final int MOST_KINDS = 50;
    private static final int MOST_REASONS = 50;
    private static final int MOST_EXAMPLES = 5;
    private static final int LONGEST_EXAMPLE = 60;

    private final String module;
    private final long size;
    private final ImportWatch watch;
    private final Map<String, Count> kinds = new LinkedHashMap<>();
    private final long pause;
    private long told;
    private long bytes;
    private long pieces;

    Tally(String module, long size, ImportWatch watch) {
        this.module = module;
        this.size = size;
        this.watch = watch;
        this.pause = Math.max(1 << 16, size / 100);
    }

    @Override
    public void imported(String kind) {
        kind(kind).imported++;
        pieces++;
    }

    @Override
    public void imported(String kind, String what, String note) {
        imported(kind);
        add(kind(kind).notes, what, note);
    }

    @Override
    public void known(String kind) {
        kind(kind).known++;
        pieces++;
    }

    @Override
    public void skipped(String kind, String what, String why) {
        add(kind(kind).skipped, what, why);
        pieces++;
    }

    @Override
    public void at(long position) {
        bytes = position;
        if (position - told >= pause) {
            told = position;
            watch.progressed(new Step(module, position, size, pieces));
        }
    }

    @Override
    public boolean stopRequested() {
        return watch.stopRequested();
    }

    /** Tells the watch how far it came in the end. */
    void end(boolean wholeFile) {
        watch.progressed(new Step(module, wholeFile ? size : Math.min(bytes, size), size, pieces));
    }

    Stream<Line> lines() {
        return kinds.entrySet().stream().map(kind -> kind.getValue().line(module, kind.getKey()));
    }

    private Count kind(String name) {
        String known = kinds.size() < MOST_KINDS || kinds.containsKey(name) ? name : "others";
        return kinds.computeIfAbsent(known, kind -> new Count());
    }

    private static void add(Map<String, Examples> all, String what, String why) {
        String reason = all.size() < MOST_REASONS || all.containsKey(why) ? why : "for other reasons";
        all.computeIfAbsent(reason, one -> new Examples()).add(what);
    }

    private static final class Count {
        private long imported;
        private long known;
        private final Map<String, Examples> notes = new LinkedHashMap<>();
        private final Map<String, Examples> skipped = new LinkedHashMap<>();

        Line line(String module, String kind) {
            return new Line(module, kind, imported, known, reasons(notes), reasons(skipped));
        }

        private static List<Reason> reasons(Map<String, Examples> all) {
            return all.entrySet().stream()
                    .map(one -> new Reason(one.getKey(), one.getValue().count, one.getValue().examples))
                    .toList();
        }
    }

    private static final class Examples {
        private long count;
        private final List<String> examples = new ArrayList<>();

        void add(String what) {
            count++;
            if (examples.size() < MOST_EXAMPLES) {
                String line = what.replaceAll("\\s+", " ").strip();
                examples.add(line.length() <= LONGEST_EXAMPLE ? line : line.substring(0, LONGEST_EXAMPLE - 1) + "…");
            }
        }
    }
}
