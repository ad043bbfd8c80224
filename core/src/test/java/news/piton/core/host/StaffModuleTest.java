package news.piton.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffModuleTest {
    private static final String PASSWORD = "mango season opens early";
    private static final String SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) "
            + "{ token staffMember { name email roles permissions } userErrors { code message path } } }";

    private TestHost host;
    private TestHost.Client admin;

    @BeforeAll
    void boot() {
        host = TestHost.boot();
        admin = host.admin();
    }

    @AfterAll
    void close() {
        host.close();
    }

    private String hire(String email) {
        return admin.send(
                        "mutation($i: CreateStaffMemberInput!) { createStaffMember(input: $i) { staffMember { id }"
                                + " userErrors { code } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "name",
                                        "Ada Joseph",
                                        "email",
                                        email,
                                        "password",
                                        PASSWORD,
                                        "roles",
                                        List.of("ADMIN"))))
                .ok()
                .text("/data/createStaffMember/staffMember/id");
    }

    private Reply signIn(String email, String password) {
        return host.guest().send(SIGN_IN, Map.of("i", Map.of("email", email, "password", password)));
    }

    private static String cookie(Reply reply) {
        return reply.response().headers().firstValue("Set-Cookie").orElse("");
    }

    private Reply viewer(String header, String value) {
        return host.guest().header(header, value).send("{ viewer { email } }");
    }

    @Test
    void takes_no_cookie_away_when_signing_out_is_only_validated() {
        hire("ivy@herald.example");
        String token = signIn("ivy@herald.example", PASSWORD).text("/data/signIn/token");
        TestHost.Client ivy = host.guest().header("Cookie", "piton_session=" + token);
        assertEquals(
                "",
                cookie(ivy.send("mutation { signOut(input: {validateOnly: true}) { signedOut } }")
                        .ok()));
        assertEquals("ivy@herald.example", ivy.send("{ viewer { email } }").ok().text("/data/viewer/email"));
    }

    @Test
    void signs_in_by_cookie_and_token_and_out_again() {
        hire("ada@herald.example");
        Reply in = signIn("ada@herald.example", PASSWORD).ok();
        String token = in.text("/data/signIn/token");
        assertEquals("Ada Joseph", in.text("/data/signIn/staffMember/name"));
        assertTrue(cookie(in).startsWith("piton_session=" + token + ";"), cookie(in));
        assertTrue(cookie(in).contains("HttpOnly") && cookie(in).contains("SameSite=Lax"), cookie(in));
        String sent = "piton_session=" + token;

        assertEquals("ada@herald.example", viewer("Cookie", sent).text("/data/viewer/email"));
        assertEquals(
                "ada@herald.example", viewer("Authorization", "Bearer " + token).text("/data/viewer/email"));

        Reply out = host.guest()
                .header("Cookie", sent)
                .send("mutation { signOut(input: {}) { signedOut } }")
                .ok();
        assertEquals("true", out.text("/data/signOut/signedOut"));
        assertTrue(cookie(out).startsWith("piton_session=; Max-Age=0"), cookie(out));

        assertTrue(viewer("Cookie", sent).ok().at("/data/viewer").isNull(), "the cookie's owner is a guest");
        assertEquals(
                "UNAUTHENTICATED", viewer("Authorization", "Bearer " + token).errorCode());
    }

    @Test
    void a_failed_sign_in_tells_nothing_and_sets_no_cookie() {
        hire("bea@herald.example");
        Reply wrong = signIn("bea@herald.example", "a wrong password");
        Reply unknown = signIn("nobody@herald.example", PASSWORD);
        assertEquals(List.of("SIGN_IN_FAILED"), wrong.userErrorCodes());
        assertEquals(wrong.json(), unknown.json());
        assertEquals(wrong.status(), unknown.status());
        assertEquals("", cookie(wrong));
    }

    @Test
    void only_those_who_manage_staff_see_and_change_accounts() {
        for (String operation : List.of(
                "{ staffMembers { nodes { id } } }",
                "{ auditLog { nodes { action } } }",
                "mutation { createApiToken(input: {name: \"x\", permissions: [MANAGE_STAFF]}) { token } }",
                "mutation { deactivateStaffMember(input: {id: \"x\"}) { staffMember { id } } }")) {
            assertEquals("UNAUTHENTICATED", host.guest().send(operation).errorCode(), operation);
        }
        String id = hire("cleo@herald.example");
        String look = "query($i: ID!) { node(id: $i) { ... on StaffMember { email } } }";
        assertTrue(
                host.guest().send(look, Map.of("i", id)).ok().at("/data/node").isNull());
        String token = admin.send(
                        "mutation($i: ID!) { createApiToken(input: {name: \"graphs\", staffMember: $i, permissions:"
                                + " [READ_METRICS]}) { token } }",
                        Map.of("i", id))
                .text("/data/createApiToken/token");
        TestHost.Client cleo = host.guest().header("Authorization", "Bearer " + token);
        assertEquals("cleo@herald.example", cleo.send(look, Map.of("i", id)).text("/data/node/email"));
        String boss = admin.send("{ viewer { id } }").text("/data/viewer/id");
        assertTrue(cleo.send(look, Map.of("i", boss)).ok().at("/data/node").isNull());
    }

    @Test
    void an_account_is_changed_closed_opened_and_always_at_its_version() {
        String id = hire("dora@herald.example");
        String update =
                "mutation($i: UpdateStaffMemberInput!) { updateStaffMember(input: $i) { staffMember { name version }"
                        + " userErrors { code } } }";
        Reply renamed = admin.send(update, Map.of("i", Map.of("id", id, "expectedVersion", 1, "name", "Dora Felix")))
                .ok();
        assertEquals("2", renamed.text("/data/updateStaffMember/staffMember/version"));
        assertEquals(
                List.of("CONFLICT"),
                admin.send(update, Map.of("i", Map.of("id", id, "expectedVersion", 1, "name", "Dora")))
                        .userErrorCodes());
        assertEquals(
                List.of("NOT_FOUND"),
                admin.send(update, Map.of("i", Map.of("id", "nonsense", "name", "x")))
                        .userErrorCodes());

        String token = signIn("dora@herald.example", PASSWORD).text("/data/signIn/token");
        admin.send(
                        "mutation($i: ID!) { deactivateStaffMember(input: {id: $i}) { staffMember { active }"
                                + " userErrors { code } } }",
                        Map.of("i", id))
                .ok();
        assertEquals(
                "UNAUTHENTICATED", viewer("Authorization", "Bearer " + token).errorCode());
        admin.send(
                        "mutation($i: ID!) { reactivateStaffMember(input: {id: $i}) { staffMember { active }"
                                + " userErrors { code } } }",
                        Map.of("i", id))
                .ok();
        signIn("dora@herald.example", PASSWORD).ok();
    }

    @Test
    void validating_only_changes_nothing() {
        Map<String, Object> input = new HashMap<>(
                Map.of("name", "Eve", "email", "eve@herald.example", "password", PASSWORD, "roles", List.of("ADMIN")));
        input.put("validateOnly", true);
        String create =
                "mutation($i: CreateStaffMemberInput!) { createStaffMember(input: $i) { staffMember { id } userErrors"
                        + " { code } } }";
        admin.send(create, Map.of("i", input)).ok();
        assertEquals(
                List.of("SIGN_IN_FAILED"),
                signIn("eve@herald.example", PASSWORD).userErrorCodes());
    }

    @Test
    void an_api_token_is_told_once_listed_without_its_secret_and_revoked() {
        String create =
                "mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { token expiresAt apiToken { id name }"
                        + " userErrors { code } } }";
        Map<String, Object> input =
                Map.of("name", "backup", "permissions", List.of("MANAGE_STAFF"), "idempotencyKey", "once");
        Reply made = admin.send(create, Map.of("i", input)).ok();
        String token = made.text("/data/createApiToken/token");
        assertEquals(
                "admin@example.org", viewer("Authorization", "Bearer " + token).text("/data/viewer/email"));

        Reply again = admin.send(create, Map.of("i", input)).ok();
        assertTrue(again.at("/data/createApiToken/token").isNull(), "a repeat does not tell it again");
        assertEquals(made.text("/data/createApiToken/apiToken/id"), again.text("/data/createApiToken/apiToken/id"));

        Reply listed = admin.send(
                        "{ viewer { apiTokens { id name permissions lastUsedAt revokedAt } } staffMembers { totalCount"
                                + " nodes { email apiTokens { name } } } }")
                .ok();
        assertFalse(listed.json().toString().contains(token));
        assertEquals("backup", listed.text("/data/viewer/apiTokens/0/name"));

        admin.send(
                        "mutation($i: ID!) { revokeApiToken(input: {id: $i}) { apiToken { revokedAt } userErrors {"
                                + " code } } }",
                        Map.of("i", made.text("/data/createApiToken/apiToken/id")))
                .ok();
        assertEquals(
                "UNAUTHENTICATED", viewer("Authorization", "Bearer " + token).errorCode());
    }

    @Test
    void lists_accounts_with_their_tokens_in_a_number_of_statements_that_does_not_grow() {
        String query = "{ staffMembers(first: 50) { totalCount nodes { email roles apiTokens { name } } } }";
        int few = host.statements(() -> admin.send(query).ok());
        for (int i = 0; i < 5; i++) {
            hire("many" + i + "@herald.example");
        }
        assertEquals(few, host.statements(() -> admin.send(query).ok()));
    }

    @Test
    void writes_down_who_did_what_without_the_password() {
        hire("fay@herald.example");
        signIn("fay@herald.example", PASSWORD).ok();
        Reply log = admin.send(
                        "{ auditLog(action: \"createStaffMember\") { totalCount nodes { at actorName actor { email }"
                                + " action outcome via detail } } }")
                .ok();
        JsonNode entry = log.at("/data/auditLog/nodes/0");
        assertEquals("Admin", entry.path("actorName").asText());
        assertEquals("admin@example.org", entry.at("/actor/email").asText());
        assertEquals("DONE", entry.path("outcome").asText());
        assertTrue(entry.path("via").asText().startsWith("session "), entry::toString);
        assertFalse(log.json().toString().contains(PASSWORD));
        List<String> actions = new ArrayList<>();
        admin.send("{ auditLog { nodes { action } } }")
                .at("/data/auditLog/nodes")
                .forEach(node -> actions.add(node.path("action").asText()));
        assertTrue(actions.contains("signIn"), actions::toString);
    }

    @Test
    void changes_the_callers_own_password() {
        hire("gil@herald.example");
        String token = signIn("gil@herald.example", PASSWORD).text("/data/signIn/token");
        String change =
                "mutation($i: ChangePasswordInput!) { changePassword(input: $i) { token userErrors { code } } }";
        Map<String, Object> input =
                Map.of("i", Map.of("currentPassword", PASSWORD, "newPassword", "flamboyant in full bloom"));
        assertEquals("UNAUTHENTICATED", host.guest().send(change, input).errorCode());
        Reply changed = host.guest()
                .header("Authorization", "Bearer " + token)
                .send(change, input)
                .ok();
        assertTrue(
                cookie(changed).startsWith("piton_session=" + changed.text("/data/changePassword/token")),
                cookie(changed));
        assertEquals(
                "UNAUTHENTICATED", viewer("Authorization", "Bearer " + token).errorCode());
        signIn("gil@herald.example", "flamboyant in full bloom").ok();
    }
}
