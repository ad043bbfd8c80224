package news.piton.core.database;

import static news.piton.core.database.PreparedSelect.ids;
import static news.piton.core.database.PreparedSelect.time;
import static news.piton.core.database.PreparedSelect.valuesOf;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class PreparedSelectDbTest extends Notes {
    private final AtomicInteger built = new AtomicInteger();
    private final PreparedSelect<String> prepared = database.prepared();

    private List<Integer> above(int least) {
        return prepared.fetch("above", () -> build(least), Map.of("least", least))
                .getValues(ID);
    }

    private Select<?> build(int least) {
        built.incrementAndGet();
        return select(ID).from(NOTE).where(ID.ge(param("least", least))).orderBy(ID);
    }

    @Test
    void builds_a_shape_once_and_runs_it_with_any_values() {
        List.of(1, 2, 3).forEach(Notes::write);
        assertEquals(List.of(2, 3), above(2));
        assertEquals(List.of(3), above(3));
        assertEquals(List.of(1, 2, 3), above(0));
        assertEquals(1, built.get());
    }

    @Test
    void binds_a_value_wherever_its_name_stands() {
        List.of(1, 2, 3).forEach(Notes::write);
        var twice = database.<Integer>prepared();
        assertEquals(
                List.of(2),
                twice.fetch(
                                0,
                                () -> select(ID)
                                        .from(NOTE)
                                        .where(ID.ge(param("it", 0)).and(ID.le(param("it", 0)))),
                                Map.of("it", 2))
                        .getValues(ID));
    }

    @Test
    void finds_any_number_of_ids() {
        List.of(1, 2, 3, 4, 5).forEach(Notes::write);
        var byIds = database.<Integer>prepared();
        Field<Long> id = DSL.field("id", Long.class);
        for (Set<Long> some : List.of(Set.of(1L), Set.of(2L, 5L), Set.of(1L, 3L, 4L), Set.of(4L, 5L))) {
            assertEquals(
                    some,
                    Set.copyOf(byIds.fetch(
                                    some.size(), () -> select(id).from(NOTE).where(id.in(ids(some))), valuesOf(some))
                            .getValues(id)));
        }
    }

    @Test
    void binds_a_time_as_it_is_in_utc() {
        Instant inTheHourThatSummerTimeLeavesOut = Instant.parse("2026-03-29T01:30:00.123456Z");
        var times = database.<Integer>prepared();
        String stored = times.fetch(
                        0,
                        () -> select(DSL.concat(time("time")).as("t")),
                        Map.of("time", inTheHourThatSummerTimeLeavesOut))
                .getFirst()
                .get(0, String.class);
        assertEquals("2026-03-29 01:30:00.123456", stored);
    }

    @Test
    void sees_what_its_own_transaction_wrote() {
        database.inTransaction(() -> {
            write(7);
            assertEquals(List.of(7), above(7));
        });
    }

    @Test
    void counts_as_one_statement() {
        StatementCounter counter = new StatementCounter();
        counter.during(() -> above(1));
        assertEquals(1, counter.count());
    }

    @Test
    void is_stopped_at_its_deadline() {
        var slow = database.<Integer>prepared();
        Fault fault = assertThrows(
                Fault.class,
                () -> Deadline.within(
                        Duration.ofMillis(300),
                        () -> slow.fetch(
                                0,
                                () -> select(DSL.count())
                                        .from("seq_1_to_100000 a, seq_1_to_100000 b")
                                        .where("a.seq * b.seq % 7 = 9"),
                                Map.of())));
        assertEquals(FaultCode.UNAVAILABLE, fault.code());
    }

    @Test
    void refuses_a_value_that_would_become_part_of_the_text() {
        var careless = database.<Integer>prepared();
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> careless.fetch(0, () -> select(ID).from(NOTE).where(ID.eq(3)), Map.of()));
        assertTrue(refused.getMessage().contains("name it"), refused.getMessage());
        assertEquals(
                List.of(),
                careless.fetch(1, () -> select(ID).from(NOTE).where(ID.eq(inline(3))), Map.of())
                        .getValues(ID));
    }
}
