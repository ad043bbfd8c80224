package news.piton.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import news.piton.core.plugin.Refusal;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestDatabase;
import news.piton.core.testing.TestHost;
import news.piton.core.testing.TestHostBuilder;
import org.junit.jupiter.api.Test;

/** A host with no module but core. */
class HostModuleTest {
    @Test
    void answers_with_nothing_but_core_installed() {
        try (TestHost host = TestHost.boot()) {
            Reply reply =
                    host.guest().send("{ modules { name status extends } viewer { name } node(id: \"x\") { id } }");
            assertEquals("core", reply.ok().text("/data/modules/0/name"));
            assertEquals("UP", reply.text("/data/modules/0/status"));
            assertTrue(reply.at("/data/viewer").isNull());
            assertTrue(reply.at("/data/node").isNull());
        }
    }

    @Test
    void knows_who_is_signed_in() {
        try (TestHost host = TestHost.boot()) {
            assertEquals(
                    "admin@example.org",
                    host.admin().send("{ viewer { email roles } }").ok().text("/data/viewer/email"));
            assertEquals(
                    "Admin", host.as("ADMIN").send("{ viewer { name } }").ok().text("/data/viewer/name"));
        }
    }

    @Test
    void says_how_to_sign_in_to_whoever_brings_a_token_that_opens_nothing() {
        try (TestHost host = TestHost.boot()) {
            Reply reply = host.guest()
                    .header("Authorization", "Bearer nonsense")
                    .header("Accept", "application/graphql-response+json")
                    .send("{ viewer { name } }");
            assertEquals(401, reply.response().statusCode());
            assertEquals(
                    "Bearer",
                    reply.response().headers().firstValue("WWW-Authenticate").orElseThrow());
        }
    }

    @Test
    void says_in_a_sentence_that_the_port_is_taken() {
        try (TestHost host = TestHost.boot()) {
            String taken = String.valueOf(host.host().url().getPort());
            TestHostBuilder second = TestHost.with().setting("server.port", taken);
            Refusal refusal = assertThrows(Refusal.class, second::boot);
            assertTrue(refusal.getMessage().contains("127.0.0.1 port " + taken), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("server.port"), refusal.getMessage());
        }
    }

    @Test
    void says_in_a_sentence_that_an_address_is_none() {
        TestHostBuilder nowhere = TestHost.with().setting("server.host", "999.1.1.1");
        assertEquals(
                "The setting `server.host` must be an address of this machine, or a name that has one; it is"
                        + " \"999.1.1.1\".",
                assertThrows(Refusal.class, nowhere::boot).getMessage());
    }

    @Test
    void says_in_a_sentence_that_a_language_is_none() {
        for (String none : List.of("English", "en_GB", "und", "")) {
            TestHostBuilder unknown = TestHost.with().setting("site.language", none);
            assertEquals(
                    "The setting `site.language` must be a language tag of BCP 47 such as en, en-GB or fr; it is \""
                            + none + "\".",
                    assertThrows(Refusal.class, unknown::boot).getMessage());
        }
    }

    @Test
    void keeps_the_first_password_for_a_start_that_can_show_it() {
        TestDatabase database = TestDatabase.create();
        try (TestHost other = TestHost.boot()) {
            String taken = String.valueOf(other.host().url().getPort());
            HostOptions options = new HostOptions(
                    Path.of("target", "test-home"),
                    List.of(),
                    Map.of(
                            "server.port", taken,
                            "database.url", database.jdbcUrl(),
                            "database.user", database.user(),
                            "database.password", database.password()),
                    Map.of(),
                    InstantSource.system(),
                    true,
                    Pages.NONE);
            assertThrows(Refusal.class, () -> Host.start(options));
        }
        try (TestHost second = TestHost.with().setting("admin.password", "").boot(database)) {
            assertTrue(second.host().madeAdmin().orElseThrow().password() != null);
        }
    }

    @Test
    void signs_in_by_a_cookie_that_scripts_cannot_read() {
        try (TestHost host = TestHost.with()
                .setting("admin.password", "correct horse battery staple")
                .boot()) {
            Reply reply = host.guest()
                    .send("mutation { signIn(input: {email: \"admin@example.org\", password: \"correct horse battery"
                            + " staple\"}) { staffMember { name } userErrors { message } } }")
                    .ok();
            String cookie = reply.response().headers().firstValue("Set-Cookie").orElseThrow();
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite"), cookie);
            String sent = cookie.substring(0, cookie.indexOf(';'));
            assertEquals(
                    "Admin",
                    host.guest()
                            .header("Cookie", sent)
                            .send("{ viewer { name } }")
                            .ok()
                            .text("/data/viewer/name"));
            host.guest()
                    .header("Cookie", sent)
                    .send("mutation { signOut(input: {}) { signedOut } }")
                    .ok();
            assertTrue(host.guest()
                    .header("Cookie", sent)
                    .send("{ viewer { name } }")
                    .ok()
                    .at("/data/viewer")
                    .isNull());
        }
    }
}
