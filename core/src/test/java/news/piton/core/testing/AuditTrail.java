package news.piton.core.testing;

import java.util.List;

/** What the audit log says of one action, newest first. */
public record AuditTrail(Reply log) {
    private static final String NODES = "/data/auditLog/nodes";

    public static AuditTrail of(TestHost host, String action) {
        return new AuditTrail(host.admin()
                .send("{ auditLog(action: \"" + action + "\", first: 10) { nodes { actorName via outcome detail } } }")
                .ok());
    }

    /** Of so many of the newest. */
    public List<String> outcomes(int count) {
        List<String> all = log.at(NODES).findValuesAsText("outcome");
        return all.subList(0, Math.min(count, all.size()));
    }

    /** A field of one of them. */
    public String text(int index, String field) {
        return log.text(NODES + "/" + index + "/" + field);
    }
}
