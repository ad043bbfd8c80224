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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import news.piton.core.audit.AuditLog;
import news.piton.core.fault.Excerpt;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Caller;
import news.piton.core.host.http.ContentType;
import news.piton.core.host.http.RouteRefusal;
import news.piton.core.host.http.Switches;
import news.piton.core.host.importing.ImportReport.Ending;
import news.piton.core.identity.Permission;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.Importer;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /import/{format}}: an export as the body, for staff with {@code MANAGE_STAFF}; {@code ?dryRun=true} writes nothing,
 * {@code ?fetchMedia=true} fetches the files that the export refers to; the answer is plain text that
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

    private static final String DRY_RUN = "dryRun";
    private static final String FETCH_MEDIA = "fetchMedia";
    private static final List<String> SWITCHES = List.of(DRY_RUN, FETCH_MEDIA);

    /** RFC 9110, section 15.5.21. */
    private static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");

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

    @Override
    public void routing(HttpRules rules) {
        rules.post("/import/{format}", this::handle);
    }

    private void handle(ServerRequest request, ServerResponse response) {
        Viewer.Staff staff = callers.apply(request).require(Permission.MANAGE_STAFF);
        try {
            serve(staff, request, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void serve(Viewer.Staff staff, ServerRequest request, ServerResponse response) throws IOException {
        String format = request.path().pathParameters().get("format");
        if (!runner.knows(format)) {
            throw new RouteRefusal(
                    Status.NOT_FOUND_404,
                    "No module imports the format \"" + Excerpt.of(format, 50) + "\". Formats: " + runner.formats()
                            + ".");
        }
        if (!TYPES.contains(ContentType.of(request).essence())) {
            throw new RouteRefusal(
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    "Send the file itself as the body, with Content-Type: application/octet-stream.");
        }
        Set<String> on = Switches.on(request, SWITCHES);
        Importer.Options options = new Importer.Options(on.contains(DRY_RUN), on.contains(FETCH_MEDIA));
        try (ImportRunner.Turn turn = runner.begin()) {
            if (turn == null) {
                throw new RouteRefusal(
                        Status.CONFLICT_409, "Another import is running. Wait for its end, or stop it, and try again.");
            }
            try (ReceivedFile file = new ReceivedFile()) {
                receive(request, file);
                answer(staff, turn, format, file, options, response);
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

    private RouteRefusal tooLarge() {
        return new RouteRefusal(
                Status.REQUEST_ENTITY_TOO_LARGE_413,
                "The file is larger than " + (largest >> 20)
                        + " MiB. Use the command line, which has no limit, or raise the"
                        + " setting import.largest-file.");
    }

    private void answer(
            Viewer.Staff staff,
            ImportRunner.Turn turn,
            String format,
            ReceivedFile file,
            Importer.Options options,
            ServerResponse response)
            throws IOException {
        Listener listener = new Listener(response);
        ImportReport report = new AuditedImport(audit, staff).run(turn, format, file, options, listener);
        listener.end(report);
    }

    /**
     * Writes what happens to the client, and stops the import when nobody listens any more. Begins with the first step, so
     * that a file refused at its first byte is answered with a status that says so.
     */
    private final class Listener implements ImportWatch {
        private final ServerResponse response;
        private @Nullable OutputStream out;
        private boolean gone;

        Listener(ServerResponse response) {
            this.response = response;
            response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8"));
            response.header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));
        }

        @Override
        public void progressed(Step step) {
            if (out != null || step.bytes() > 0 || step.pieces() > 0) {
                write(step + "\n");
            }
        }

        @Override
        public boolean stopRequested() {
            return gone || stopping;
        }

        void end(ImportReport report) throws IOException {
            if (out == null && report.ending() instanceof Ending.Failed) {
                response.status(UNPROCESSABLE).send(report.text());
                return;
            }
            write("\n" + report.text());
            if (out != null) {
                out.close();
            }
        }

        private void write(String text) {
            try {
                if (out == null) {
                    out = response.outputStream();
                }
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException | UncheckedIOException clientLeft) {
                gone = true;
            }
        }
    }

    /** Stops an import that is running after the piece at hand. To be called before the server is stopped. */
    @Override
    public void close() {
        stopping = true;
    }
}
