package news.piton.core.host.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.audit.AuditLog;
import news.piton.core.host.importing.ImportReport.Ending;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.Importer;
import org.jspecify.annotations.Nullable;

/**
 * An import that the audit log tells of: when it begins, since it may be cut off, and how it ended.
 *
 * @param staff who imports; null for the operator on the command line
 */
public record AuditedImport(AuditLog audit, Viewer.@Nullable Staff staff) {
    private static final String ACTION = "import";

    /** As {@link ImportRunner.Turn#run}. A dry run changes nothing, and so is not told of. */
    public ImportReport run(
            ImportRunner.Turn turn,
            String format,
            Importer.Source source,
            Importer.Options options,
            ImportWatch watch) {
        if (options.dryRun()) {
            return turn.run(format, source, options, watch);
        }
        Map<String, Object> detail = new LinkedHashMap<>(Map.of("format", format, "bytes", source.size()));
        record(AuditLog.STARTED, detail);
        ImportReport report = turn.run(format, source, options, watch);
        detail.put("imported", report.imported());
        record(outcome(report), detail);
        return report;
    }

    private void record(String outcome, Map<String, Object> detail) {
        if (staff == null) {
            audit.recordCommand(ACTION, List.of(), outcome, detail);
        } else {
            audit.record(staff, ACTION, List.of(), outcome, detail);
        }
    }

    private static String outcome(ImportReport report) {
        return switch (report.ending()) {
            case Ending.Finished() -> AuditLog.DONE;
            case Ending.Stopped() -> "STOPPED";
            case Ending.Failed(String why, boolean forAll) -> AuditLog.FAILED;
        };
    }
}
