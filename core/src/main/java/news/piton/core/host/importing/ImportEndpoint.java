package news.piton.core.host.importing;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import news.piton.core.audit.AuditLog;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Caller;
import news.piton.core.host.http.ContentType;
import news.piton.core.host.http.FaultStatus;
import news.piton.core.host.importing.ImportReport.Ending;
import news.piton.core.identity.Permission;
import news.piton.core.identity.Viewer;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;

/**
 * {@code POST /import/{format}}: an export as the body, for staff with {@code MANAGE_STAFF}; the answer is plain text that
 * grows while the import runs and ends with the report. Ends the import when the client goes away. Takes only content types
 * that a foreign page cannot make a browser send without asking first (CORS preflight).
 */
public final class ImportEndpoint implements HttpService, AutoCloseable {
    public static final Setting<Integer> LARGEST_FILE = Setting.number(
            "import.largest-file",
            2_048,
            1,
            1_048_576,
            "The largest file that POST /import takes in, in MiB. The command line has no limit.");

    private static final Set<String> TYPES = Set.of(
            "application/xml", "text/xml", "application/rss+xml", "application/octet-stream", "application/json");

    /** In bytes. A client that is still sending does not hear why it is refused, so so much more is read and dropped. */
    private static final long REST = 16 * 1_048_576L;

    private final ImportRunner runner;
    private final Function<ServerRequest, Caller> callers;
    private final AuditLog audit;
    private final long largest;
    private volatile boolean stopping;

    /** @param callers who makes a request; may throw a {@link Fault} */
    public ImportEndpoint(
            ImportRunner runner, Function<ServerRequest, Caller> callers, AuditLog audit, Settings settings) {
        this.runner = runner;
        this.callers = callers;
        this.audit = audit;
        this.largest = settings.get(LARGEST_FILE) * 1_048_576L;
    }

    /** Ends a request before its body is read. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Status status;

        Refused(Status status, String sentence) {
            super(sentence, null, false, false);
            this.status = status;
        }
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/import/{format}", this::handle);
    }

    private void handle(ServerRequest request, ServerResponse response) {
        try {
            Viewer.Staff staff = callers.apply(request).require(Permission.MANAGE_STAFF);
            serve(staff, request, response);
        } catch (Refused refusal) {
            refuse(response, refusal.status, String.valueOf(refusal.getMessage()));
        } catch (Fault fault) {
            refuse(response, FaultStatus.of(fault.code()), String.valueOf(fault.getMessage()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void serve(Viewer.Staff staff, ServerRequest request, ServerResponse response) throws IOException {
        String format = request.path().pathParameters().get("format");
        if (!runner.knows(format)) {
            throw new Refused(
                    Status.NOT_FOUND_404,
                    "No module imports the format \"" + format + "\". Formats: " + runner.formats() + ".");
        }
        if (!TYPES.contains(ContentType.of(request).essence())) {
            throw new Refused(
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    "Send the file itself as the body, with Content-Type: application/octet-stream.");
        }
        try (ImportRunner.Turn turn = runner.begin()) {
            if (turn == null) {
                throw new Refused(
                        Status.CONFLICT_409, "Another import is running. Wait for its end, or stop it, and try again.");
            }
            try (ReceivedFile file = new ReceivedFile()) {
                receive(request, file);
                answer(staff, turn, format, file, response);
            }
        }
    }

    private void receive(ServerRequest request, ReceivedFile file) throws IOException {
        if (request.headers().contentLength().orElse(0) > largest + REST) {
            throw tooLarge();
        }
        try (InputStream body = request.content().inputStream()) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                size += count;
                if (size <= largest) {
                    file.append(buffer, count);
                } else if (size > largest + REST) {
                    throw tooLarge();
                }
            }
            if (size > largest) {
                throw tooLarge();
            }
        }
    }

    private Refused tooLarge() {
        return new Refused(
                Status.REQUEST_ENTITY_TOO_LARGE_413,
                "The file is larger than " + (largest >> 20)
                        + " MiB. Use the command line, which has no limit, or raise the"
                        + " setting import.largest-file.");
    }

    private void answer(
            Viewer.Staff staff, ImportRunner.Turn turn, String format, ReceivedFile file, ServerResponse response)
            throws IOException {
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8"));
        response.header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));
        try (OutputStream out = response.outputStream()) {
            Listener listener = new Listener(out);
            Map<String, Object> detail = Map.of("format", format, "bytes", file.size());
            audit.record(staff, "import", List.of(), "STARTED", detail);
            ImportReport report = turn.run(format, file, listener);
            Map<String, Object> result = new LinkedHashMap<>(detail);
            result.put("imported", report.imported());
            audit.record(staff, "import", List.of(), outcome(report), result);
            listener.write("\n" + report.text());
        }
    }

    private static String outcome(ImportReport report) {
        return switch (report.ending()) {
            case Ending.Finished() -> AuditLog.DONE;
            case Ending.Stopped() -> "STOPPED";
            case Ending.Failed(String why, boolean forAll) -> "FAILED";
        };
    }

    /** Writes what happens to the client, and stops the import when nobody listens any more. */
    private final class Listener implements ImportWatch {
        private final OutputStream out;
        private boolean gone;

        Listener(OutputStream out) {
            this.out = out;
        }

        @Override
        public void progressed(Step step) {
            write(step + "\n");
        }

        @Override
        public boolean stopRequested() {
            return gone || stopping;
        }

        void write(String text) {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException | UncheckedIOException clientLeft) {
                gone = true;
            }
        }
    }

    private static void refuse(ServerResponse response, Status status, String sentence) {
        response.status(status);
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8"));
        response.header(HeaderValues.CONNECTION_CLOSE);
        response.send(sentence + "\n");
    }

    /** Stops an import that is running after the piece at hand. To be called before the server is stopped. */
    @Override
    public void close() {
        stopping = true;
    }
}
