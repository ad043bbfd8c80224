package news.piton.core.host;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.core.audit.AuditLog;
import news.piton.core.graphql.Caller;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.Contribution.StaffUse;

/** A plain route that only some of the staff may use, and that the audit log tells of before the answer leaves. */
record StaffRoute(Handler handler, StaffUse use, AuditLog audit) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws Exception {
        Viewer.Staff staff = request.context().get(Caller.class).orElseThrow().require(use.permission());
        response.streamFilter(body -> {
            if (response.status().code() < Status.BAD_REQUEST_400.code()) {
                audit.record(staff, use.action(), List.of(), AuditLog.DONE, given(request));
            }
            return body;
        });
        handler.handle(request, response);
    }

    private static Map<String, String> given(ServerRequest request) {
        return request.query().toMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> String.join(" ", each.getValue())));
    }
}
