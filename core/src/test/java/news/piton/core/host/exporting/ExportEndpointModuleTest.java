package news.piton.core.host.exporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Exporter;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.testing.AuditTrail;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code GET /export/{format}} of a booted host with a format that works and one that breaks off. */
class ExportEndpointModuleTest {
    /** Beyond all buffers, so that the answer has begun when it breaks off. */
    private static final int LINES = 200_000;

    private static final byte[] LINE = "line\n".getBytes(StandardCharsets.UTF_8);

    @AutoClose
    private static final TestHost host = TestHost.boot(new Scribe());

    @Test
    void writes_down_who_exported_when_it_starts_and_how_it_ended() {
        assertEquals(
                LINES * LINE.length, host.admin().get("/export/whole").body().length());
        assertThrows(RuntimeException.class, () -> host.admin().get("/export/broken"));
        AuditTrail log = AuditTrail.of(host, "export");
        assertEquals(List.of("FAILED", "STARTED", "DONE", "STARTED"), log.outcomes(4));
        assertEquals("Admin", log.text(0, "actorName"));
        assertEquals("{\"format\":\"broken\"}", log.text(0, "detail"));
        assertEquals("{\"format\":\"whole\"}", log.text(3, "detail"));
    }

    @Test
    void refuses_parameters_since_it_has_none() {
        for (String query : List.of("drafts=false", "drafts")) {
            HttpResponse<String> answer = host.admin().get("/export/whole?" + query);
            assertEquals(400, answer.statusCode());
            assertEquals("There is no parameter \"drafts\" here; this address takes none.\n", answer.body());
        }
    }

    private record Format(String format, boolean breaks) implements Exporter {
        @Override
        public String extension() {
            return "txt";
        }

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public void run(Export export) throws IOException {
            for (int i = 0; i < LINES; i++) {
                export.out().write(LINE);
            }
            if (breaks) {
                throw new IOException("the disk is gone");
            }
        }
    }

    private static final class Scribe implements Plugin {
        @Override
        public PluginDescription describe() {
            return PluginDescription.of("scribe", "1").build();
        }

        @Override
        public Contribution install(Platform platform) {
            return Contribution.builder()
                    .exporter(new Format("whole", false))
                    .exporter(new Format("broken", true))
                    .build();
        }
    }
}
