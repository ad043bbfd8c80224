package news.piton.core.host.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Importer;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.testing.AuditTrail;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code POST /import/{format}} of a booted host whose one module counts the lines of what it gets. */
class ImportEndpointModuleTest {
    private static final String FILE = "application/octet-stream";
    private static final Lines LINES = new Lines();

    @AutoClose
    private static final TestHost host =
            TestHost.with(LINES).setting("import.largest-file", "1").boot();

    @Test
    void imports_the_body_and_answers_with_progress_and_report() {
        HttpResponse<String> answer = host.admin().post("/import/lines", FILE, "one\ntwo\nskip\n");
        assertEquals(200, answer.statusCode());
        assertEquals("""
            lines: 100 %, 3 pieces

            module  kind   imported  known  skipped
            lines   lines         2      0        1

            Skipped lines (lines):
              1 × asks to be: skip

            The whole of the file was read.
            """, answer.body());
    }

    @Test
    void says_that_a_dry_run_was_one() {
        String report =
                host.admin().post("/import/lines?dryRun=true", FILE, "one\n").body();
        assertTrue(report.contains("lines   lines         1      0        0"), report);
        assertTrue(
                report.endsWith("This was a dry run: nothing was written. The whole of the file was read.\n"), report);
    }

    @Test
    void refuses_every_switch_that_it_does_not_understand_and_writes_nothing() {
        int runs = LINES.runs.get();
        for (String query : List.of(
                "dryRun",
                "dryRun=",
                "dryRun=1",
                "dryRun=TRUE",
                "dryrun=true",
                "dry-run=1",
                "dryRun=false&dryRun=true",
                "dryRun=true&dryRun=true",
                "fetchMedia=true&dryRun",
                "dryRun=true&verbose=true",
                "%64ryRun",
                "dryRun;",
                "x".repeat(500))) {
            HttpResponse<String> answer = host.admin().post("/import/lines?" + query, FILE, "one\n");
            assertEquals(400, answer.statusCode(), query);
            assertTrue(answer.body().contains("dryRun, fetchMedia"), answer.body());
            assertTrue(answer.body().length() < 300, answer.body());
        }
        assertEquals(runs, LINES.runs.get());
    }

    @Test
    void takes_no_content_type_that_is_none() throws IOException {
        for (String type : List.of(";", ";;", "text/plain")) {
            assertTrue(
                    answer("POST /import/lines HTTP/1.1\r\nContent-Type: " + type)
                            .startsWith("HTTP/1.1 415"),
                    type);
            assertTrue(answer("POST /graphql HTTP/1.1\r\nContent-Type: " + type).startsWith("HTTP/1.1 415"), type);
        }
    }

    private static String answer(String head) throws IOException {
        String token = host.guest()
                .send("mutation { signIn(input: {email: \"admin@example.org\", password: \"correct horse battery"
                        + " staple\"}) { token } }")
                .ok()
                .text("/data/signIn/token");
        try (Socket socket = new Socket("127.0.0.1", host.url("/").getPort())) {
            socket.getOutputStream()
                    .write((head + "\r\nHost: x\r\nAuthorization: " + "Bearer " + token
                                    + "\r\nContent-Length: 1\r\n\r\nx")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void writes_down_who_imported_when_it_starts_and_how_it_ended() {
        host.admin().post("/import/lines", FILE, "one\ntwo\n");
        host.admin().post("/import/lines", FILE, "broken\n");
        AuditTrail log = AuditTrail.of(host, "import");
        assertEquals(List.of("FAILED", "STARTED", "DONE", "STARTED"), log.outcomes(4));
        assertEquals("Admin", log.text(3, "actorName"));
        assertEquals("{\"bytes\":8,\"format\":\"lines\"}", log.text(3, "detail"));
        String detail = log.text(2, "detail");
        assertTrue(detail.contains("\"imported\":2") && detail.contains("\"format\":\"lines\""), detail);
    }

    /** Whatever has a name would stay for ever when the process is killed. */
    @Test
    void keeps_no_copy_that_a_killed_process_would_leave_behind() {
        assertEquals(
                200,
                host.admin().post("/import/lines", FILE, "x".repeat(31_337)).statusCode());
        assertEquals(0, LINES.copies);
    }

    @Test
    void says_where_a_file_is_broken() {
        String answer =
                host.admin().post("/import/lines", FILE, "one\nbroken\n").body();
        assertTrue(answer.contains("Line 2: this line is broken."), answer);
        assertTrue(answer.contains("What came in before is whole"), answer);
    }

    @Test
    void says_by_the_status_that_nothing_of_a_file_was_taken() {
        HttpResponse<String> answer = host.admin().post("/import/lines", FILE, "broken\n");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("Line 1: this line is broken."), answer.body());
    }

    @Test
    void lets_only_those_import_who_manage_the_staff() {
        HttpResponse<String> guest = host.post("/import/lines", FILE, "one");
        assertEquals(401, guest.statusCode());
        assertEquals("Sign in to do this.\n", guest.body());
        assertEquals("Bearer", guest.headers().firstValue("WWW-Authenticate").orElseThrow());
    }

    @Test
    void knows_no_other_formats() {
        HttpResponse<String> answer = host.admin().post("/import/carrier-pigeon", FILE, "coo");
        assertEquals(404, answer.statusCode());
        assertEquals("No module imports the format \"carrier-pigeon\". Formats: lines.\n", answer.body());
    }

    @Test
    void takes_nothing_that_a_foreign_page_could_send_by_itself() {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
            assertEquals(415, host.admin().post("/import/lines", type, "one").statusCode(), type);
        }
    }

    @Test
    void takes_no_file_that_is_larger_than_it_may_be() {
        HttpResponse<String> answer = host.admin().post("/import/lines", FILE, "x".repeat(1_100_000));
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().startsWith("The file is larger than 1 MiB."), answer.body());
    }

    @Test
    void imports_one_file_at_a_time() {
        try (ImportRunner.Turn other = host.host().imports().begin()) {
            HttpResponse<String> answer = host.admin().post("/import/lines", FILE, "one");
            assertEquals(409, answer.statusCode());
            assertTrue(answer.body().startsWith("Another import is running."), answer.body());
        }
        assertEquals(200, host.admin().post("/import/lines", FILE, "one").statusCode());
    }

    private static final class Lines implements Plugin, Importer {
        private final AtomicInteger runs = new AtomicInteger();
        private volatile int copies = -1;

        @Override
        public PluginDescription describe() {
            return PluginDescription.of("lines", "1.0.0").build();
        }

        @Override
        public Contribution install(Platform platform) {
            return Contribution.builder().importer(this).build();
        }

        @Override
        public String format() {
            return "lines";
        }

        @Override
        public void run(Source source, Options options, Progress progress) throws IOException, ImportFailed {
            runs.incrementAndGet();
            int number = 0;
            try (InputStream in = source.open()) {
                byte[] all = in.readAllBytes();
                copies = copies(all.length);
                for (String line : new String(all, StandardCharsets.UTF_8).split("\n")) {
                    number++;
                    switch (line) {
                        case "broken" -> throw new ImportFailed("Line " + number + ": this line is broken.", null);
                        case "skip" -> progress.skipped("lines", line, "asks to be");
                        default -> progress.imported("lines");
                    }
                }
            }
        }

        /** By their length, since the files of others' imports may lie there too. */
        private static int copies(long length) {
            File[] files = new File(System.getProperty("java.io.tmpdir"))
                    .listFiles(file -> file.getName().startsWith("piton-import-") && file.length() == length);
            return Objects.requireNonNull(files).length;
        }
    }
}
