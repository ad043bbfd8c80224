package news.piton.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.outbox.EventType;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParkedDeliveriesModuleTest {
    private static final String PARKED =
            "query($subscriber: String, $first: Int, $after: String, $last: Int, $before: String) {"
                    + " parkedDeliveries(subscriber: $subscriber, first: $first, after: $after, last: $last,"
                    + " before: $before) { totalCount edges { cursor } nodes { eventId event subscriber attempts"
                    + " failure since } } }";
    private static final String RETRY = "mutation($i: RetryDeliveriesInput!) { retryDeliveries(input: $i) { retried"
            + " userErrors { code path } } }";

    private final Tower tower = new Tower();
    private final TestHost host = TestHost.boot(tower);
    private final Instant start = host.clock().instant();

    @BeforeEach
    void park() {
        host.runJob("tower.ring");
        host.runJob("tower.ring");
        for (int attempt = 0; attempt < 8; attempt++) {
            host.deliverEvents();
            host.clock().tick(Duration.ofHours(2)); // longer than the longest pause
        }
    }

    @AfterEach
    void close() {
        host.close();
    }

    private JsonNode parked(Map<String, ?> arguments) {
        return host.admin().send(PARKED, arguments).ok().at("/data/parkedDeliveries");
    }

    private Reply retry(Map<String, ?> input) {
        return host.admin().send(RETRY, Map.of("i", input));
    }

    @Test
    void shows_what_was_given_up_and_why() {
        JsonNode parked = parked(Map.of());
        assertEquals(4, parked.path("totalCount").asInt());
        JsonNode oldest = parked.at("/nodes/0");
        assertEquals("tower.bell-rang.v1", oldest.path("event").asText());
        assertTrue(oldest.path("eventId").asText().matches("[0-9]+"), oldest.toString());
        assertEquals(8, oldest.path("attempts").asInt());
        assertTrue(oldest.path("failure").asText().contains("a cold, on purpose"), oldest.toString());
        assertEquals(start, Instant.parse(oldest.path("since").asText()));

        JsonNode dancers = parked(Map.of("subscriber", "tower.dance"));
        assertEquals(2, dancers.path("totalCount").asInt());
        assertEquals(
                List.of("tower.dance", "tower.dance"), dancers.path("nodes").findValuesAsText("subscriber"));
        assertEquals(0, parked(Map.of("subscriber", "café")).path("nodes").size());
    }

    @Test
    void pages_through_them_in_both_directions() {
        List<String> all = parked(Map.of()).path("nodes").findValuesAsText("eventId");
        List<String> seen = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (JsonNode page = parked(Map.of("first", 1));
                page.at("/nodes/0").isObject();
                page = parked(Map.of("first", 1, "after", places.getLast()))) {
            seen.addAll(page.path("nodes").findValuesAsText("eventId"));
            places.addAll(page.path("edges").findValuesAsText("cursor"));
        }
        assertEquals(all, seen);
        assertEquals(4, new HashSet<>(places).size());
        JsonNode back = parked(Map.of("last", 2, "before", places.get(3)));
        assertEquals(places.subList(1, 3), back.path("edges").findValuesAsText("cursor"));
    }

    @Test
    void delivers_again_to_the_subscriber_that_is_asked_for_and_writes_down_who_did() {
        tower.cold = false;
        assertEquals(
                2,
                retry(Map.of("subscriber", "tower.sing"))
                        .ok()
                        .at("/data/retryDeliveries/retried")
                        .asInt());
        host.deliverEvents();
        assertEquals(2, tower.sung);
        assertEquals(
                List.of("tower.dance", "tower.dance"),
                parked(Map.of()).path("nodes").findValuesAsText("subscriber"));
        Reply log = host.admin()
                .send("{ auditLog(action: \"retryDeliveries\") { nodes { actorName outcome detail } } }")
                .ok();
        assertEquals("Admin", log.text("/data/auditLog/nodes/0/actorName"));
        assertTrue(log.text("/data/auditLog/nodes/0/detail").contains("tower.sing"));
    }

    @Test
    void retries_nothing_when_only_asked_to_validate() {
        retry(Map.of("subscriber", "tower.sing", "validateOnly", true)).ok();
        assertEquals(4, parked(Map.of()).path("totalCount").asInt());
    }

    @Test
    void refuses_a_subscriber_that_nobody_knows() {
        Reply refused = retry(Map.of("subscriber", "tower.signg"));
        assertEquals(List.of("NOT_FOUND"), refused.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), retry(Map.of("subscriber", "café")).userErrorCodes());
        assertEquals("subscriber", refused.text("/data/retryDeliveries/userErrors/0/path/1"));
    }

    @Test
    void shows_strangers_nothing_and_lets_them_retry_nothing() {
        assertEquals("UNAUTHENTICATED", host.guest().send(PARKED).errorCode());
        assertEquals(
                "UNAUTHENTICATED",
                host.guest()
                        .send(RETRY, Map.of("i", Map.of("subscriber", "tower.sing")))
                        .errorCode());
    }

    record Rang(int bell) {
        static final EventType<Rang> TYPE = new EventType<>("tower.bell-rang.v1", Rang.class);
    }

    /** A module of which nothing works while it has a cold. */
    private static final class Tower implements Plugin {
        private boolean cold = true;
        private int sung;

        @Override
        public PluginDescription describe() {
            return PluginDescription.of("tower", "1.0.0").publishes(Rang.TYPE).build();
        }

        @Override
        public Contribution install(Platform platform) {
            var outbox = platform.outbox();
            var database = platform.database();
            return Contribution.builder()
                    .job(new Job(
                            "tower.ring",
                            new Schedule.Every(Duration.ofDays(1)),
                            stop -> database.inTransaction(() -> outbox.publish(Rang.TYPE, new Rang(1)))))
                    .on(Rang.TYPE, "sing", event -> {
                        refuseWithACold();
                        sung++;
                    })
                    .on(Rang.TYPE, "dance", event -> refuseWithACold())
                    .build();
        }

        private void refuseWithACold() {
            if (cold) {
                throw new IllegalStateException("the tower has a cold, on purpose");
            }
        }
    }
}
