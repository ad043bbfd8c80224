package news.piton.core.host.exporting;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import news.piton.core.audit.AuditLog;
import news.piton.core.fault.Excerpt;
import news.piton.core.graphql.Caller;
import news.piton.core.host.http.RouteRefusal;
import news.piton.core.host.http.Switches;
import news.piton.core.identity.Permission;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.Exporter;

/**
 * {@code GET /export/{format}}: everything, drafts and addresses of mail included, for staff with {@code MANAGE_STAFF}. Sent
 * as it is read; when that fails midway, the connection ends before the body does, so that no client takes a part for the
 * whole. One at a time.
 */
public final class ExportEndpoint implements HttpService {
    private final ExportRunner runner;
    private final Function<ServerRequest, Caller> callers;
    private final AuditLog audit;
    private final Semaphore turns = new Semaphore(1);

    /** @param callers who makes a request; may throw a {@link news.piton.core.fault.Fault} */
    public ExportEndpoint(ExportRunner runner, Function<ServerRequest, Caller> callers, AuditLog audit) {
        this.runner = runner;
        this.callers = callers;
        this.audit = audit;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/export/{format}", this::handle);
    }

    private void handle(ServerRequest request, ServerResponse response) {
        Viewer.Staff staff = callers.apply(request).require(Permission.MANAGE_STAFF);
        String name = request.path().pathParameters().get("format");
        Exporter format = runner.format(name)
                .orElseThrow(() -> new RouteRefusal(
                        Status.NOT_FOUND_404,
                        "No module exports the format \"" + Excerpt.of(name, 50) + "\". Formats: " + runner.formats()
                                + "."));
        Switches.on(request, List.of());
        if (!turns.tryAcquire()) {
            throw new RouteRefusal(Status.CONFLICT_409, "Another export is running. Wait for its end and try again.");
        }
        try {
            send(format, new AuditedExport(audit, staff), response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            turns.release();
        }
    }

    private void send(Exporter format, AuditedExport audited, ServerResponse response) throws IOException {
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, format.contentType()));
        response.header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));
        response.header(HeaderValues.create(
                HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"piton." + format.extension() + "\""));
        OutputStream out = response.outputStream();
        audited.run(format.format(), () -> runner.run(format.format(), out));
        out.close(); // only when all is written: a stream that is closed looks whole
    }
}
