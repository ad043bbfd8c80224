package news.piton.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MetricsModuleTest {
    private static final String METRICS = "/observe/metrics";

    @AutoClose
    private static final TestHost host = TestHost.boot();

    private static TestHost.Client token(String permission) {
        String token = host.admin()
                .send(
                        "mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { token userErrors { code } }"
                                + " }",
                        Map.of("i", Map.of("name", "watch", "permissions", List.of(permission))))
                .ok()
                .text("/data/createApiToken/token");
        return host.guest().header("Authorization", "Bearer " + token);
    }

    @Test
    void tells_a_stranger_nothing() {
        HttpResponse<String> stranger = host.get(METRICS);
        assertEquals(401, stranger.statusCode());
        assertEquals("Sign in to do this.\n", stranger.body());
        assertEquals("Bearer", stranger.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(200, host.get("/observe/health").statusCode());
    }

    @Test
    void are_read_with_a_session_or_a_token_that_may_do_nothing_else() {
        assertEquals(200, host.admin().get(METRICS).statusCode());
        TestHost.Client watch = token("READ_METRICS");
        assertEquals(200, watch.get(METRICS).statusCode());
        assertEquals("FORBIDDEN", watch.send("{ auditLog { totalCount } }").errorCode());
        assertEquals(403, token("MANAGE_STAFF").get(METRICS).statusCode());
    }

    @Test
    void are_open_to_everybody_when_the_operator_says_so() {
        try (TestHost open =
                TestHost.with().setting("observe.metrics-open", "true").boot()) {
            assertEquals(200, open.get(METRICS).statusCode());
            open.get(METRICS);
            assertEquals(0, open.statements(() -> open.get(METRICS)), "counted a moment ago");
            open.clock().tick(Duration.ofSeconds(10));
            assertEquals(2, open.statements(() -> open.get(METRICS)));
        }
    }

    @Test
    void count_the_runs_of_each_job() {
        host.runJob("core.tidy-events");
        String page = host.admin().get(METRICS).body();
        assertTrue(page.contains("piton_job_runs_total{job=\"core.tidy-events\"} 1\n"), page);
        assertTrue(page.contains("piton_job_failures_total{job=\"core.tidy-events\"} 0\n"), page);
        assertTrue(page.contains("# TYPE piton_job_runs_total counter\n"), page);
        assertTrue(page.contains("piton_graphql_stream_events_total 0\n"), page);
        assertFalse(page.contains("NaN"), page);
    }
}
