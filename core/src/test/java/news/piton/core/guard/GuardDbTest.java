package news.piton.core.guard;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import news.piton.core.database.Database;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import news.piton.core.fault.UserError;
import news.piton.core.settings.Settings;
import news.piton.core.testing.SolvedChallenge;
import news.piton.core.testing.TestClock;
import news.piton.core.testing.TestDatabase;
import news.piton.core.token.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardDbTest {
    private static final RateLimit THREE_A_MINUTE = new RateLimit("test.three", 3, Duration.ofMinutes(1));

    private final TestDatabase schema = TestDatabase.create().migrated("core");
    private final Database database = schema.open();
    private final TestClock clock = new TestClock();
    private final Guard guard = guard(new byte[32]);

    private Guard guard(byte[] secret) {
        Settings settings = Settings.read(Guard.SETTINGS, Map.of("guard.challenge-difficulty", "500"), Map.of());
        return new Guard(settings, new Tokens(secret), database, clock);
    }

    @AfterEach
    void close() {
        schema.close();
    }

    private static String solved(Challenge challenge) {
        return SolvedChallenge.of(
                challenge.challenge(), challenge.salt(), challenge.signature(), challenge.maxnumber());
    }

    private String spend(@Nullable String solution) {
        return guard.spendChallenge(solution).map(UserError::code).orElse("");
    }

    @Test
    void lets_as_many_pass_as_the_limit_says_and_more_as_time_goes_by() {
        for (int i = 0; i < 3; i++) {
            guard.spend(THREE_A_MINUTE, "ada");
        }
        Fault fault = assertThrows(Fault.class, () -> guard.spend(THREE_A_MINUTE, "ada"));
        assertEquals(FaultCode.RATE_LIMITED, fault.code());
        assertEquals(20L, fault.details().get("retryAfter"));
        assertEquals("That was too often in too short a time. Try again in 20 seconds.", fault.getMessage());

        assertDoesNotThrow(() -> guard.spend(THREE_A_MINUTE, "eve"));
        clock.tick(Duration.ofSeconds(20));
        guard.spend(THREE_A_MINUTE, "ada");
        assertThrows(Fault.class, () -> guard.spend(THREE_A_MINUTE, "ada"));
        guard.giveBack(THREE_A_MINUTE, "ada");
        guard.spend(THREE_A_MINUTE, "ada");
    }

    @Test
    void counts_an_operation_once_although_a_deadlock_makes_it_run_again() {
        AtomicInteger runs = new AtomicInteger();
        database.inTransaction(() -> {
            guard.spend(THREE_A_MINUTE, "ada");
            database.inTransaction(() -> assertTrue(guard.spendSilently(THREE_A_MINUTE, "ada")));
            guard.giveBack(THREE_A_MINUTE, "ada");
            if (runs.incrementAndGet() < 4) {
                database.sql().execute("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213");
            }
        });
        assertEquals(4, runs.get());
        guard.spend(THREE_A_MINUTE, "ada");
        guard.spend(THREE_A_MINUTE, "ada");
        assertThrows(Fault.class, () -> guard.spend(THREE_A_MINUTE, "ada"));
    }

    @Test
    void counts_an_operation_that_comes_to_nothing() {
        for (int i = 0; i < 3; i++) {
            database.rehearse(() -> {
                guard.spend(THREE_A_MINUTE, "ada");
                return "shown only";
            });
        }
        assertThrows(Fault.class, () -> guard.spend(THREE_A_MINUTE, "ada"));
    }

    @Test
    void a_solution_passes_once() {
        String solution = solved(guard.challenge());
        assertEquals("", spend(solution));
        assertEquals("CHALLENGE_SPENT", spend(solution));
        assertEquals(
                List.of("input", "challenge"),
                guard.spendChallenge(null).orElseThrow().path());
    }

    @Test
    void a_few_pass_without_a_solution_by_client_and_on_the_whole_site() {
        WithoutChallenge few = new WithoutChallenge(
                new RateLimit("test.client", 2, Duration.ofHours(1)),
                new RateLimit("test.site", 3, Duration.ofHours(1)));
        assertEquals("", unsolved(few, "192.0.2.1"));
        database.rehearse(() -> unsolved(few, "192.0.2.1"));
        assertEquals("", unsolved(few, "192.0.2.1"));
        assertEquals("CHALLENGE_MISSING", unsolved(few, "192.0.2.1"));
        assertEquals("", unsolved(few, "192.0.2.2"));
        assertEquals("CHALLENGE_MISSING", unsolved(few, "192.0.2.3"), "three on the whole site");
        String solution = solved(guard.challenge());
        ClientAddress client = new ClientAddress("192.0.2.1");
        assertTrue(guard.spendChallenge(solution, few, client).isEmpty());
        assertEquals(
                "CHALLENGE_SPENT",
                guard.spendChallenge(solution, few, client).orElseThrow().code());
        clock.tick(Duration.ofHours(1));
        assertEquals("", unsolved(few, "192.0.2.1"));
    }

    @Test
    void whoever_is_refused_because_of_all_others_has_lost_nothing() {
        WithoutChallenge few = new WithoutChallenge(
                new RateLimit("test.one", 1, Duration.ofHours(9)), new RateLimit("test.all", 2, Duration.ofHours(1)));
        assertEquals("", unsolved(few, "192.0.2.1"));
        assertEquals("", unsolved(few, "192.0.2.2"));
        assertEquals("CHALLENGE_MISSING", unsolved(few, "192.0.2.3"));
        assertEquals("CHALLENGE_MISSING", unsolved(few, "192.0.2.3"));
        clock.tick(Duration.ofMinutes(30));
        assertEquals("", unsolved(few, "192.0.2.3"));
    }

    private String unsolved(WithoutChallenge few, String client) {
        return guard.spendChallenge("", few, new ClientAddress(client))
                .map(UserError::code)
                .orElse("");
    }

    @Test
    void a_solution_is_not_spent_by_what_is_taken_back() {
        String solution = solved(guard.challenge());
        database.rehearse(() -> guard.spendChallenge(solution));
        assertEquals("", spend(solution));
    }

    @Test
    void a_solution_passes_for_ten_minutes() {
        String early = solved(guard.challenge());
        String late = solved(guard.challenge());
        clock.tick(Duration.ofMinutes(10).minusSeconds(1));
        assertEquals("", spend(early));
        clock.tick(Duration.ofSeconds(1));
        assertEquals("CHALLENGE_EXPIRED", spend(late));
    }

    @Test
    void forgets_spent_challenges_once_they_cannot_pass_any_more() {
        spend(solved(guard.challenge()));
        guard.jobs().getFirst().work().run(() -> false);
        assertEquals(
                1, database.sql().fetch("SELECT * FROM core_spent_challenge").size());
        clock.tick(Duration.ofMinutes(10));
        guard.jobs().getFirst().work().run(() -> false);
        assertEquals(
                0, database.sql().fetch("SELECT * FROM core_spent_challenge").size());
    }

    @Test
    void nothing_else_passes() {
        Challenge challenge = guard.challenge();
        Challenge foreign = guard("another installation's own secret".getBytes(StandardCharsets.UTF_8))
                .challenge();
        String right = solved(challenge);
        int number = number(right);
        String longer =
                challenge.salt().replace("&", "") + String.valueOf(number).charAt(0);
        assertEquals("CHALLENGE_MISSING", spend(null));
        assertEquals("CHALLENGE_MISSING", spend(" "));
        for (String wrong : List.of(
                "nonsense",
                base64("nonsense"),
                base64("null"),
                base64("[]"),
                base64("{}"),
                base64("{\"algorithm\":\"SHA-256\",\"number\":1e99}"),
                "x".repeat(100_000),
                solved(foreign),
                SolvedChallenge.encoded(challenge.challenge(), number + 1, challenge.salt(), challenge.signature()),
                SolvedChallenge.encoded(challenge.challenge(), -number, challenge.salt(), challenge.signature()),
                SolvedChallenge.encoded(challenge.challenge(), number, longer, challenge.signature()),
                SolvedChallenge.encoded(challenge.challenge(), number, challenge.salt(), "0".repeat(64)))) {
            assertEquals("CHALLENGE_INVALID", spend(wrong), wrong);
        }
        assertEquals(Optional.empty(), guard.spendChallenge(right));
    }

    private static int number(String solution) {
        String json = new String(Base64.getDecoder().decode(solution), StandardCharsets.UTF_8);
        return Integer.parseInt(json.replaceAll(".*\"number\":([0-9]+).*", "$1"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
