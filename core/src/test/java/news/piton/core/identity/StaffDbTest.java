package news.piton.core.identity;

import static news.piton.core.identity.Newsroom.DESK;
import static news.piton.core.identity.Newsroom.PASSWORD;
import static news.piton.core.identity.Newsroom.done;
import static news.piton.core.identity.Newsroom.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import news.piton.core.identity.ChangeStaffMember.Change;
import news.piton.core.page.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaffDbTest {
    private final Newsroom newsroom = new Newsroom();
    private final Identity identity = newsroom.identity;
    private final StaffMember boss = newsroom.hire("boss@herald.example", "ADMIN");

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void names_everything_that_is_wrong_with_a_new_account_at_once() {
        assertEquals(
                List.of("NAME_LENGTH", "INVALID_EMAIL", "NO_ROLE", "PASSWORD_LENGTH"),
                refusals(identity.createStaffMember().create(" ", "ada", "too short", List.of())));
        assertEquals(
                List.of("UNKNOWN_ROLE"),
                refusals(identity.createStaffMember().create("Ada", "ada@herald.example", PASSWORD, List.of("KING"))));
        assertEquals(
                List.of("EMAIL_TAKEN"),
                refusals(identity.createStaffMember()
                        .create("Ada", "BOSS@herald.example", PASSWORD, List.of("AUTHOR"))));
    }

    @Test
    void changes_count_from_the_next_request_on() {
        StaffMember ada = newsroom.hire("ada@herald.example", "AUTHOR");
        String token = newsroom.signIn("ada@herald.example");

        StaffMember changed = done(identity.changeStaffMember()
                .change(ada.id(), new Change(ada.version(), null, null, List.of("EDITOR", "ADMIN"))));

        assertEquals(List.of("ADMIN", "EDITOR"), changed.roles());
        assertEquals("Ada Joseph", changed.name());
        assertEquals(Set.of("WRITE", "PUBLISH", "MANAGE_STAFF"), newsroom.permissions(token));
    }

    @Test
    void refuses_a_change_made_from_an_older_version() {
        StaffMember ada = newsroom.hire("ada@herald.example", "AUTHOR");
        done(identity.changeStaffMember().change(ada.id(), new Change(1, "Ada J.", null, null)));
        assertEquals(
                List.of("CONFLICT"),
                refusals(identity.changeStaffMember().change(ada.id(), new Change(1, "Ada", null, null))));
    }

    @Test
    void ends_sessions_and_tokens_of_a_closed_account_for_good() {
        StaffMember ada = newsroom.hire("ada@herald.example", "EDITOR");
        String session = newsroom.signIn("ada@herald.example");
        String token = done(identity.createApiToken().create(ada.id(), "press", List.of("WRITE"), null))
                .text();

        done(identity.deactivateStaffMember().deactivate(ada.id(), null));
        assertEquals(Set.of(), newsroom.permissions(session));
        assertEquals(Set.of(), newsroom.permissions(token));

        done(identity.reactivateStaffMember().reactivate(ada.id(), null));
        assertEquals(Set.of(), newsroom.permissions(session));
        assertEquals(Set.of(), newsroom.permissions(token));
        newsroom.signIn("ada@herald.example");
    }

    @Test
    void always_leaves_somebody_who_can_manage_staff() {
        assertEquals(
                List.of("LAST_ADMIN"), refusals(identity.deactivateStaffMember().deactivate(boss.id(), null)));
        assertEquals(
                List.of("LAST_ADMIN"),
                refusals(identity.changeStaffMember()
                        .change(boss.id(), new Change(null, null, null, List.of("AUTHOR")))));
    }

    @Test
    void two_admins_who_close_each_others_accounts_at_once_leave_one() throws InterruptedException, ExecutionException {
        StaffMember other = newsroom.hire("other@herald.example", "ADMIN");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> closing = Stream.of(boss, other)
                    .map(member -> threads.submit(
                            () -> refusals(identity.deactivateStaffMember().deactivate(member.id(), null))
                                    .size()))
                    .toList();
            assertEquals(1, closing.get(0).get() + closing.get(1).get());
        }
    }

    @Test
    void changing_a_password_takes_the_old_one_ends_all_sessions_and_begins_another() {
        newsroom.hire("ada@herald.example", "EDITOR");
        String elsewhere = newsroom.signIn("ada@herald.example");
        String here = newsroom.signIn("ada@herald.example");
        Viewer ada = newsroom.viewer(here);

        assertEquals(
                List.of("WRONG_PASSWORD"),
                refusals(identity.changePassword().change(ada, "a wrong password", "flamboyant in full bloom")));
        String next = done(identity.changePassword().change(ada, PASSWORD, "flamboyant in full bloom"))
                .text();

        assertEquals(Set.of(), newsroom.permissions(elsewhere));
        assertEquals(Set.of(), newsroom.permissions(here));
        assertFalse(newsroom.permissions(next).isEmpty());
        assertEquals(
                List.of("SIGN_IN_FAILED"), refusals(identity.signIn().signIn("ada@herald.example", PASSWORD, DESK)));
        done(identity.signIn().signIn("ada@herald.example", "flamboyant in full bloom", DESK));
    }

    @Test
    void an_api_token_cannot_change_the_password() {
        String token = done(identity.createApiToken().create(boss.id(), "backup", List.of("MANAGE_STAFF"), null))
                .text();
        Fault fault = assertThrows(
                Fault.class,
                () -> identity.changePassword().change(newsroom.viewer(token), PASSWORD, "flamboyant in full bloom"));
        assertEquals(FaultCode.FORBIDDEN, fault.code());
    }

    @Test
    void resetting_a_password_ends_the_accounts_sessions() {
        StaffMember ada = newsroom.hire("ada@herald.example", "EDITOR");
        String session = newsroom.signIn("ada@herald.example");
        assertEquals(
                List.of("PASSWORD_LENGTH"), refusals(identity.resetPassword().reset(ada.id(), "eleven char")));
        done(identity.resetPassword().reset(ada.id(), "flamboyant in full bloom"));
        assertEquals(Set.of(), newsroom.permissions(session));
        done(identity.signIn().signIn("ada@herald.example", "flamboyant in full bloom", DESK));
    }

    @Test
    void creates_the_first_admin_once_with_a_password_that_is_told_once() {
        done(identity.deactivateStaffMember()
                .deactivate(newsroom.hire("x@herald.example", "ADMIN").id(), null));
        assertEquals(Optional.empty(), identity.firstAdmin().createIfNone("", ""));

        try (Newsroom empty = new Newsroom()) {
            FirstAdmin.Made made =
                    empty.identity.firstAdmin().createIfNone("", "").orElseThrow();
            assertTrue(made.password() != null && made.password().matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}"));
            done(empty.identity.signIn().signIn(made.member().email(), made.password(), DESK));
            assertEquals(Optional.empty(), empty.identity.firstAdmin().createIfNone("", ""));
        }
        try (Newsroom empty = new Newsroom()) {
            var refusal = assertThrows(
                    IllegalArgumentException.class,
                    () -> empty.identity.firstAdmin().createIfNone("chief@herald.example", "short"));
            assertTrue(String.valueOf(refusal.getMessage()).contains("password"), refusal::getMessage);
            FirstAdmin.Made made = empty.identity
                    .firstAdmin()
                    .createIfNone("chief@herald.example", "eightish")
                    .orElseThrow();
            assertEquals(null, made.password());
            done(empty.identity.signIn().signIn("chief@herald.example", "eightish", DESK));
        }
    }

    @Test
    void lists_accounts_in_pages_forwards_and_backwards() {
        for (int i = 1; i <= 4; i++) {
            newsroom.hire("author" + i + "@herald.example", "AUTHOR");
        }
        var first = identity.directory().members(PageRequest.first(3), true);
        assertEquals(
                List.of("boss@herald.example", "author1@herald.example", "author2@herald.example"),
                first.nodes().stream().map(StaffMember::email).toList());
        assertEquals(5, first.totalCount());
        var rest =
                identity.directory().members(PageRequest.of(3, first.pageInfo().endCursor(), null, null), true);
        assertEquals(2, rest.nodes().size());
        var back = identity.directory()
                .members(PageRequest.of(null, null, 2, rest.pageInfo().startCursor()), null);
        assertEquals(
                List.of("author1@herald.example", "author2@herald.example"),
                back.nodes().stream().map(StaffMember::email).toList());
    }
}
