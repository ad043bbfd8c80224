package news.piton.core.host.exporting;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import news.piton.core.audit.AuditLog;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * An export that the audit log tells of: when it begins, since it may be cut off, and how it ended.
 *
 * @param staff who exports; null for the operator on the command line
 */
public record AuditedExport(AuditLog audit, Viewer.@Nullable Staff staff) {
    private static final String ACTION = "export";

    /** Writes everything to where it is to be. */
    public interface Writing {
        void write() throws IOException;
    }

    /** @throws IOException what the writing throws */
    public void run(String format, Writing writing) throws IOException {
        record(AuditLog.STARTED, format);
        boolean whole = false;
        try {
            writing.write();
            whole = true;
        } finally {
            record(whole ? AuditLog.DONE : AuditLog.FAILED, format);
        }
    }

    private void record(String outcome, String format) {
        Map<String, String> detail = Map.of("format", format);
        if (staff == null) {
            audit.recordCommand(ACTION, List.of(), outcome, detail);
        } else {
            audit.record(staff, ACTION, List.of(), outcome, detail);
        }
    }
}
