package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private Harbour harbour;

    @BeforeEach
    void open() {
        harbour = Harbour.open("observe.metrics-open", "true");
    }

    @AfterEach
    void close() {
        harbour.close();
    }

    @Test
    void counts_requests_by_outcome_and_what_they_cost() {
        harbour.query("{fleet{captain{name}}}");
        harbour.query("{name wrong}");
        harbour.query("{nope}");
        harbour.measures.gauge("piton_outbox_waiting", "Deliveries that wait.", () -> 7);
        harbour.measures.gauge("piton_broken", "Cannot be told.", () -> {
            throw new IllegalStateException();
        });
        HttpResponse<String> page = harbour.get("/observe/metrics");
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                page.headers().firstValue("Content-Type").orElseThrow());
        for (String line : new String[] {
            "piton_graphql_requests_total{outcome=\"OK\"} 1",
            "piton_graphql_requests_total{outcome=\"PARTIAL\"} 1",
            "piton_graphql_requests_total{outcome=\"BAD_REQUEST\"} 1",
            "piton_graphql_request_seconds_count 3",
            "piton_graphql_request_seconds_bucket{le=\"+Inf\"} 3",
            "piton_loader_batches_total{loader=\"harbour.captains\"} 1",
            "piton_loader_keys_total{loader=\"harbour.captains\"} 3",
            "# TYPE piton_outbox_waiting gauge",
            "piton_outbox_waiting 7",
            "piton_broken NaN",
        }) {
            assertTrue(page.body().contains(line + "\n"), line + " in\n" + page.body());
        }
        assertFalse(page.body().contains("piton_graphql_fields_total 0\n"));
    }

    @Test
    void says_up_or_down() {
        HttpResponse<String> up = harbour.get("/observe/health");
        assertEquals(200, up.statusCode());
        assertEquals("{\"status\":\"UP\",\"checks\":{\"sea\":\"UP\"}}", up.body());
        HttpResponse<String> head = harbour.send(
                HttpRequest.newBuilder(harbour.uri("/observe/health")).HEAD());
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        harbour.sea = false;
        HttpResponse<String> down = harbour.get("/observe/health");
        assertEquals(503, down.statusCode());
        assertEquals("{\"status\":\"DOWN\",\"checks\":{\"sea\":\"DOWN\"}}", down.body());
    }

    @Test
    void shows_nothing_of_the_inside_when_a_route_fails() {
        HttpResponse<String> mistake = harbour.get("/mistake");
        assertEquals(500, mistake.statusCode());
        assertTrue(mistake.body().contains("errorId"), mistake.body());
        assertFalse(mistake.body().contains("secret"));
        assertEquals(404, harbour.get("/nowhere").statusCode());
    }
}
