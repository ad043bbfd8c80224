package news.piton.core.host.exporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Exporter;

/** Lets all exporters of a format write, one after the other. */
public final class ExportRunner {
    private static final int BUFFER = 1 << 16;
    private final List<Exporter> exporters = new ArrayList<>();
    private final List<Contribution.Answer<?>> answers = new ArrayList<>();

    /** @param contributions in the order in which their modules depend on each other */
    public ExportRunner(Collection<Contribution> contributions) {
        for (Contribution contribution : contributions) {
            exporters.addAll(contribution.exporters());
            answers.addAll(contribution.answers());
        }
    }

    /** What it knows, for messages: {@code jsonl, wxr}. */
    public String formats() {
        return exporters.stream().map(Exporter::format).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }

    /** The first exporter of a format, which says what it looks like from outside; empty when no module knows it. */
    public Optional<Exporter> format(String format) {
        return exporters.stream().filter(one -> one.format().equals(format)).findFirst();
    }

    /** Writes everything; flushes the stream and leaves it open. */
    public void run(String format, OutputStream to) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(to, BUFFER);
        for (Exporter exporter : exporters) {
            if (exporter.format().equals(format)) {
                exporter.run(new Running(out, answers));
            }
        }
        out.flush();
    }

    private record Running(OutputStream out, List<Contribution.Answer<?>> all) implements Exporter.Export {
        @Override
        public <T> List<T> answers(Class<T> question) {
            return all.stream()
                    .filter(one -> one.question().equals(question))
                    .map(one -> question.cast(one.answer()))
                    .toList();
        }
    }
}
