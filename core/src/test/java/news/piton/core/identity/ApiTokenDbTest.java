package news.piton.core.identity;

import static news.piton.core.identity.Newsroom.done;
import static news.piton.core.identity.Newsroom.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import news.piton.core.identity.ChangeStaffMember.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTokenDbTest {
    private final Newsroom newsroom = new Newsroom();
    private final Identity identity = newsroom.identity;
    private final StaffMember ada = newsroom.hire("ada@herald.example", "EDITOR");

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void does_what_was_chosen_and_no_more() {
        var made = done(identity.createApiToken().create(ada.id(), "press", List.of("WRITE"), null));
        assertTrue(made.text().matches("piton_[A-Za-z0-9_-]{43}"), made.text());
        assertEquals(Set.of("WRITE"), newsroom.permissions(made.text()));
        assertFalse(newsroom.database
                .sql()
                .fetch("SELECT * FROM core_api_token")
                .format()
                .contains(made.text()));
    }

    @Test
    void never_does_more_than_its_account_may_at_that_moment() {
        String token = done(identity.createApiToken().create(ada.id(), "press", List.of("WRITE", "PUBLISH"), null))
                .text();
        done(identity.changeStaffMember().change(ada.id(), new Change(null, null, null, List.of("AUTHOR"))));
        assertEquals(Set.of("WRITE"), newsroom.permissions(token));
        done(identity.changeStaffMember().change(ada.id(), new Change(null, null, null, List.of("EDITOR"))));
        assertEquals(Set.of("WRITE", "PUBLISH"), newsroom.permissions(token));
    }

    @Test
    void cannot_be_given_what_the_account_does_not_have() {
        assertEquals(
                List.of("PERMISSION_MISSING"),
                refusals(identity.createApiToken().create(ada.id(), "press", List.of("WRITE", "MANAGE_STAFF"), null)));
        assertEquals(
                List.of("NAME_LENGTH", "EXPIRY_RANGE", "NO_PERMISSION"),
                refusals(identity.createApiToken().create(ada.id(), "", List.of(), newsroom.now())));
        assertEquals(
                List.of("EXPIRY_RANGE"),
                refusals(identity.createApiToken()
                        .create(
                                ada.id(),
                                "press",
                                List.of("WRITE"),
                                newsroom.now().plus(Duration.ofDays(400)))));
        assertEquals(
                List.of("NOT_FOUND"), refusals(identity.createApiToken().create(1, "press", List.of("WRITE"), null)));
    }

    @Test
    void expires_and_can_be_revoked() {
        String brief = done(identity.createApiToken()
                        .create(
                                ada.id(),
                                "press",
                                List.of("WRITE"),
                                newsroom.now().plus(Duration.ofMinutes(5))))
                .text();
        var lasting = done(identity.createApiToken().create(ada.id(), "press", List.of("WRITE"), null));
        newsroom.clock.tick(Duration.ofMinutes(5));
        assertEquals(Set.of(), newsroom.permissions(brief));
        assertEquals(Set.of("WRITE"), newsroom.permissions(lasting.text()));

        ApiToken revoked = done(identity.revokeApiToken().revoke(lasting.token().id()));
        assertEquals(newsroom.now(), revoked.revokedAt());
        assertEquals(Set.of(), newsroom.permissions(lasting.text()));
        newsroom.clock.tick(Duration.ofMinutes(1));
        assertEquals(
                revoked, done(identity.revokeApiToken().revoke(lasting.token().id())));
        assertEquals(List.of("NOT_FOUND"), refusals(identity.revokeApiToken().revoke(1)));
    }

    @Test
    void tells_when_it_was_last_used() {
        var made = done(identity.createApiToken().create(ada.id(), "press", List.of("WRITE"), null));
        newsroom.clock.tick(Duration.ofHours(3));
        newsroom.permissions(made.text());
        ApiToken token = Objects.requireNonNull(
                        identity.directory().tokensOf(Set.of(ada.id())).get(ada.id()))
                .getFirst();
        assertEquals(newsroom.now(), token.lastUsedAt());
    }
}
