package news.piton.core.host.importing;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an import came to.
 *
 * @param dryRun nothing was written: this is what it would have come to
 */
public record ImportReport(String source, boolean dryRun, Ending ending, List<Line> lines) {

    public ImportReport {
        lines = List.copyOf(lines);
    }

    public sealed interface Ending {
        /** Every module read the whole file. */
        record Finished() implements Ending {}

        /** Somebody asked to stop. */
        record Stopped() implements Ending {}

        /**
         * @param why a sentence or two for the operator
         * @param forAll true when no other module could have done better, and none was asked
         */
        record Failed(String why, boolean forAll) implements Ending {}
    }

    /**
     * @param kind what was counted, in the plural
     * @param notes what people should know of what came in
     */
    public record Line(
            String module, String kind, long imported, long known, List<Reason> notes, List<Reason> skipped) {
        public Line {
            notes = List.copyOf(notes);
            skipped = List.copyOf(skipped);
        }

        public long skippedCount() {
            return skipped.stream().mapToLong(Reason::count).sum();
        }
    }

    /** @param examples a few of those that were left out for this reason, or of which there is this to know */
    public record Reason(String why, long count, List<String> examples) {
        public Reason {
            examples = List.copyOf(examples);
        }

        @Override
        public String toString() {
            String more = count > examples.size() ? ", …" : "";
            return "%,d × %s: %s%s".formatted(count, why, String.join(", ", examples), more);
        }
    }

    public boolean complete() {
        return ending instanceof Ending.Finished;
    }

    public long imported() {
        return lines.stream().mapToLong(Line::imported).sum();
    }

    /** The report as plain text: a table, the notes, the reasons, and how it ended. */
    public String text() {
        Stream<String> parts =
                Stream.of(table(), told("Imported", Line::notes), told("Skipped", Line::skipped), conclusion());
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String table() {
        List<List<String>> rows = Stream.concat(
                        Stream.of(List.of("module", "kind", "imported", "known", "skipped")),
                        lines.stream()
                                .map(line -> List.of(
                                        line.module(),
                                        line.kind(),
                                        count(line.imported()),
                                        count(line.known()),
                                        count(line.skippedCount()))))
                .toList();
        int[] widths = IntStream.range(0, 5)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, 5)
                        .mapToObj(column ->
                                ("%" + (column < 2 ? "-" : "") + widths[column] + "s").formatted(row.get(column)))
                        .collect(Collectors.joining("  ")))
                .collect(Collectors.joining("\n"));
    }

    private String told(String what, Function<Line, List<Reason>> reasons) {
        return lines.stream()
                .filter(line -> !reasons.apply(line).isEmpty())
                .map(line -> "%s %s (%s):%n".formatted(what, line.kind(), line.module())
                        + reasons.apply(line).stream()
                                .map(reason -> "  " + reason)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private String conclusion() {
        if (dryRun) {
            String end = ending instanceof Ending.Failed(String why, boolean _) ? why + "\n" : "";
            return end + "This was a dry run: nothing was written. "
                    + (complete() ? "The whole of " + source + " was read." : "It ended before the file did.");
        }
        return switch (ending) {
            case Ending.Finished() -> "The whole of " + source + " was read.";
            case Ending.Stopped() ->
                "Stopped. What came in is whole; run the import of " + source + " again to go on, nothing comes twice.";
            case Ending.Failed(String why, boolean _) ->
                why + "\nWhat came in before is whole, and nothing comes twice when you run the import" + " again.";
        };
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
