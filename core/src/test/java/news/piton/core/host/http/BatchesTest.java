package news.piton.core.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands behind a list is loaded at once, on the operation's own thread and within its time. */
class BatchesTest {
    private Harbour harbour;

    @BeforeEach
    void open() {
        harbour = Harbour.open();
    }

    @AfterEach
    void close() {
        harbour.close();
    }

    @Test
    void loads_a_level_in_one_batch() {
        String answer = harbour.query("{fleet{captain{name}}}").body();
        assertTrue(answer.contains("Captain of 3"), answer);
        assertEquals(List.of(Set.of("1", "2", "3")), harbour.fleet.batches);
    }

    @Test
    void loads_a_level_below_a_level_in_one_batch_each() {
        harbour.query("{fleet{captain{name home{name captain{name}}}}}");
        assertEquals(
                List.of(
                        Set.of("1", "2", "3"),
                        Set.of("Captain of 1", "Captain of 2", "Captain of 3"),
                        Set.of("home-Captain of 1", "home-Captain of 2", "home-Captain of 3")),
                harbour.fleet.batches);
    }

    @Test
    void loads_once_what_is_asked_for_twice() {
        harbour.query("{fleet{captain{name} again:captain{name}} more:fleet{captain{name}}}");
        assertEquals(1, harbour.fleet.batches.size());
    }

    @Test
    void loads_one_thing_after_another_inside_a_fetcher() {
        String answer = harbour.query("{fleet{next{name}}}").body();
        assertTrue(answer.contains("Home of Captain of 3"), answer);
        assertEquals(2, harbour.fleet.batches.size());
    }

    @Test
    void lets_every_batch_know_the_deadline() {
        harbour.query("{fleet{captain{name home{name}} next{name}}}");
        assertFalse(harbour.fleet.batchesInTime.isEmpty());
        assertFalse(harbour.fleet.batchesInTime.contains(false));
    }
}
