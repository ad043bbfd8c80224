package news.piton.core.outbox;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SubscriberTest {
    private record Told(long id) {}

    @Test
    void takes_the_names_of_every_module_there_may_be() {
        EventType<Told> type =
                assertDoesNotThrow(() -> new EventType<>("tips2.tip-told.v1", Told.class), "a name with a digit");
        assertDoesNotThrow(() -> new Subscriber<>("tips2.note-tip", type, told -> {}));
    }

    @Test
    void refuses_names_that_could_not_be_told_apart_later() {
        assertThrows(IllegalArgumentException.class, () -> new EventType<>("tips.TipTold.v1", Told.class));
        assertThrows(IllegalArgumentException.class, () -> new EventType<>("tips.tip-told", Told.class));
        EventType<Told> type = new EventType<>("tips.tip-told.v1", Told.class);
        assertThrows(IllegalArgumentException.class, () -> new Subscriber<>("note-tip", type, told -> {}));
    }
}
