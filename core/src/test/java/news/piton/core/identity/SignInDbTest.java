package news.piton.core.identity;

import static news.piton.core.identity.Newsroom.DESK;
import static news.piton.core.identity.Newsroom.PASSWORD;
import static news.piton.core.identity.Newsroom.done;
import static news.piton.core.identity.Newsroom.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import news.piton.core.fault.Outcome;
import news.piton.core.guard.ClientAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SignInDbTest {
    private final Newsroom newsroom = new Newsroom();
    private final SignIn signIn = newsroom.identity.signIn();
    private final Authentication authentication = newsroom.identity.authentication();
    private final SessionCookie cookie = newsroom.identity.cookie();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void lets_an_account_in_by_bearer_token_and_by_cookie_with_the_permissions_of_its_roles() {
        StaffMember ada = newsroom.hire("ada@herald.example", "EDITOR");
        String token = newsroom.signIn(" Ada@Herald.Example ");

        Viewer.Staff byToken = assertInstanceOf(Viewer.Staff.class, newsroom.viewer(token));
        assertEquals(ada.id(), byToken.id());
        assertEquals(Set.of("WRITE", "PUBLISH"), byToken.permissions());

        String set = cookie.set(token, Duration.ofDays(1));
        assertTrue(set.contains("; HttpOnly") && set.contains("; SameSite=Lax") && set.contains("; Path=/"), set);
        String sentBack = "theme=dark; " + set.substring(0, set.indexOf(';'));
        assertEquals(byToken, authentication.viewer(sentBack, null));
    }

    @Test
    void makes_a_guest_of_whoever_shows_nothing_or_the_cookie_of_an_ended_session() {
        newsroom.hire("ada@herald.example", "EDITOR");
        String token = newsroom.signIn("ada@herald.example");
        newsroom.identity.signOut().signOut(newsroom.viewer(token));

        assertEquals(Viewer.GUEST, authentication.viewer(null, null));
        assertEquals(Viewer.GUEST, authentication.viewer("piton_session=" + token, null));
        assertEquals(Viewer.GUEST, authentication.viewer("piton_session=' OR 1=1", null));
    }

    @Test
    void refuses_a_bearer_token_that_opens_nothing_instead_of_serving_a_guest() {
        for (String header : List.of(
                "Bearer nonsense",
                "Bearer",
                "bearer \t",
                "Bearer " + Secret.fresh(Credential.Kind.SESSION).text())) {
            Fault fault = assertThrows(Fault.class, () -> authentication.viewer(null, header), header);
            assertEquals(FaultCode.UNAUTHENTICATED, fault.code());
        }
    }

    @Test
    void takes_what_is_for_the_server_in_front_as_nothing_and_the_cookie_for_what_it_is() {
        newsroom.hire("ada@herald.example", "EDITOR");
        String cookie = "piton_session=" + newsroom.signIn("ada@herald.example");
        for (String header : List.of("", "Basic YWRhOmFkYQ==", "Bearers of news")) {
            assertEquals(Viewer.GUEST, authentication.viewer(null, header), header);
            assertInstanceOf(Viewer.Staff.class, authentication.viewer(cookie, header), header);
        }
    }

    @Test
    void answers_a_wrong_password_an_unknown_address_and_a_closed_account_alike_after_the_same_work() {
        newsroom.hire("boss@herald.example", "ADMIN");
        newsroom.hire("ada@herald.example", "EDITOR");
        StaffMember gone = newsroom.hire("gone@herald.example", "EDITOR");
        done(newsroom.identity.deactivateStaffMember().deactivate(gone.id(), null));

        long before = newsroom.passwords.count();
        Outcome<?> wrong = signIn.signIn("ada@herald.example", "not her password", DESK);
        long wrongCost = newsroom.passwords.count() - before;
        Outcome<?> unknown = signIn.signIn("nobody@herald.example", PASSWORD, DESK);
        Outcome<?> closed = signIn.signIn("gone@herald.example", PASSWORD, DESK);
        Outcome<?> noAddress = signIn.signIn("' OR 1=1 --", PASSWORD, DESK);

        assertEquals(List.of("SIGN_IN_FAILED"), refusals(wrong));
        assertEquals(wrong, unknown);
        assertEquals(wrong, closed);
        assertEquals(wrong, noAddress);
        assertEquals(1, wrongCost);
        assertEquals(4, newsroom.passwords.count() - before);
    }

    @Test
    void stops_one_address_from_guessing_at_an_account_and_lets_it_try_again_later() {
        newsroom.hire("ada@herald.example", "EDITOR");
        for (int i = 0; i < 10; i++) {
            signIn.signIn("ada@herald.example", "guess " + i, DESK);
        }

        Fault fault = assertThrows(Fault.class, () -> signIn.signIn("ADA@herald.example", PASSWORD, DESK));
        assertEquals(FaultCode.RATE_LIMITED, fault.code());
        assertEquals(90L, fault.details().get("retryAfter"));

        done(signIn.signIn("ada@herald.example", PASSWORD, new ClientAddress("198.51.100.1")));
        newsroom.clock.tick(Duration.ofSeconds(90));
        done(signIn.signIn("ada@herald.example", PASSWORD, DESK));
    }

    @Test
    void limits_unknown_addresses_as_it_limits_known_ones() {
        for (int i = 0; i < 10; i++) {
            signIn.signIn("nobody@herald.example", "guess " + i, DESK);
        }
        assertThrows(Fault.class, () -> signIn.signIn("nobody@herald.example", "guess", DESK));
    }

    @Test
    void stops_many_addresses_from_guessing_at_one_account() {
        newsroom.hire("ada@herald.example", "EDITOR");
        for (int i = 0; i < 50; i++) {
            signIn.signIn("ada@herald.example", "guess", new ClientAddress("198.51.100." + i));
        }
        assertThrows(
                Fault.class, () -> signIn.signIn("ada@herald.example", PASSWORD, new ClientAddress("203.0.113.1")));
    }

    @Test
    void does_not_count_sign_ins_that_succeed() {
        newsroom.hire("ada@herald.example", "EDITOR");
        for (int i = 0; i < 15; i++) {
            done(signIn.signIn("ada@herald.example", PASSWORD, DESK));
        }
    }

    @Test
    void ends_a_session_that_is_idle_or_old() {
        newsroom.hire("ada@herald.example", "EDITOR");
        String idle = newsroom.signIn("ada@herald.example");
        newsroom.clock.tick(Duration.ofHours(12).plusSeconds(1));
        assertEquals(Set.of(), newsroom.permissions(idle));

        String busy = newsroom.signIn("ada@herald.example");
        for (int hours = 0; hours < 14 * 24; hours += 8) {
            assertFalse(newsroom.permissions(busy).isEmpty(), "after " + hours + " hours");
            newsroom.clock.tick(Duration.ofHours(8));
        }
        assertEquals(Set.of(), newsroom.permissions(busy));
    }

    @Test
    void digests_a_password_anew_when_the_parameters_have_changed() {
        StaffMember ada = newsroom.hire("ada@herald.example", "EDITOR");
        StaffStore store = new StaffStore(newsroom.database, newsroom.identity.roles());
        String weak = com.password4j.Argon2Function.getInstance(1_024, 1, 1, 32, com.password4j.types.Argon2.ID)
                .hash(PASSWORD)
                .getResult();
        store.setPassword(ada.id(), weak);

        newsroom.signIn("ada@herald.example");

        String renewed = store.account(ada.id()).orElseThrow().password();
        assertTrue(renewed.startsWith("$argon2id$v=19$m=1024,t=2,p=1$"), renewed);
        newsroom.signIn("ada@herald.example");
    }

    @Test
    void keeps_no_secret_that_could_be_used() {
        newsroom.hire("ada@herald.example", "EDITOR");
        String token = newsroom.signIn("ada@herald.example");
        String stored =
                newsroom.database.sql().fetch("SELECT digest FROM core_session").format();
        assertFalse(stored.contains(token), stored);
        assertFalse(newsroom.identity
                .signIn()
                .signIn("ada@herald.example", PASSWORD, DESK)
                .toString()
                .contains(token));
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void refuses_an_endless_address_at_once() {
        ClientAddress stranger = new ClientAddress("192.0.2.77");
        assertInstanceOf(
                Outcome.Refused.class, signIn.signIn("\u03a3".repeat(400_000) + "@herald.example", "secret", stranger));
    }
}
