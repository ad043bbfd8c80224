package news.piton.core.host.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.core.mail.Mail;
import news.piton.core.mail.Mailer;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxModuleTest {
    private static final String HOSTILE = "<script>alert(1)</script>";

    /** A module that only has the mailer, to write mails with. */
    private static final class Letters implements Plugin {
        @Override
        public PluginDescription describe() {
            return PluginDescription.of("letters", "1").requires("core").build();
        }

        @Override
        public Contribution install(Platform platform) {
            return Contribution.builder()
                    .export(Mailer.class, platform.mailer())
                    .build();
        }
    }

    private TestHost host;

    @BeforeAll
    void boot() {
        host = TestHost.boot(new Letters());
        host.api(Mailer.class)
                .send(new Mail(
                        "reader@island.example",
                        "Confirm " + HOSTILE,
                        "Confirm here: http://127.0.0.1:8080/confirm?token=a&b=c. " + HOSTILE,
                        "<p style=\"color: teal\">Confirm</p>" + HOSTILE + "<img src=\"https://spy.example/x.gif\">",
                        Map.of("List-Id", "<daily.herald.example>")));
    }

    @AfterAll
    void close() {
        host.close();
    }

    private HttpResponse<String> read(String path) {
        return host.admin().get(path);
    }

    private String mailPath() {
        Matcher link = Pattern.compile("href=\"(/outbox/[^\"]+)\"")
                .matcher(read("/outbox").body().replace("outbox.css", ""));
        while (link.find()) {
            if (link.group(1).length() > "/outbox/".length()) {
                return link.group(1);
            }
        }
        throw new AssertionError("no mail listed");
    }

    @Test
    void shows_strangers_a_form_to_sign_in_and_no_mail() {
        for (String path : List.of("/outbox", mailPath(), mailPath() + "/html", mailPath() + "/source")) {
            HttpResponse<String> page = host.get(path);
            assertEquals(401, page.statusCode());
            assertTrue(page.body().contains("<form id=\"sign-in\">"), page.body());
            assertFalse(page.body().contains("Confirm"), page.body());
        }
        assertEquals(200, host.get("/outbox/sign-in.js").statusCode());
        assertEquals(200, host.get("/outbox/outbox.css").statusCode());
    }

    @Test
    void lists_mails_with_everything_escaped() {
        HttpResponse<String> page = read("/outbox");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("reader@island.example"), page.body());
        assertTrue(page.body().contains("Confirm &lt;script&gt;"), page.body());
        assertFalse(page.body().contains(HOSTILE), page.body());
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), policy);
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void shows_a_mail_as_a_mail_program_would() {
        HttpResponse<String> page = read(mailPath());
        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains(HOSTILE), page.body());
        assertTrue(
                page.body().contains("<th scope=\"row\">List-Id</th><td>&lt;daily.herald.example&gt;</td>"),
                page.body());
        assertTrue(page.body().contains("href=\"http://127.0.0.1:8080/confirm?token=a&amp;b=c\""), page.body());
        assertTrue(page.body().contains("<iframe sandbox "), page.body());
    }

    @Test
    void shows_a_mails_html_where_it_can_do_nothing() {
        HttpResponse<String> frame = read(mailPath() + "/html");
        assertTrue(frame.body().contains("teal"), frame.body());
        String policy = frame.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("sandbox; default-src 'none'"), policy);
        assertFalse(policy.contains("script-src") || policy.contains("allow-scripts"), policy);
    }

    @Test
    void shows_the_source() {
        HttpResponse<String> source = read(mailPath() + "/source");
        assertEquals(
                "text/plain; charset=utf-8",
                source.headers().firstValue("Content-Type").orElse(""));
        assertTrue(source.body().contains("MIME-Version: 1.0"), source.body());
    }

    @Test
    void says_so_when_there_is_no_such_mail() {
        assertEquals(404, read("/outbox/nonsense").statusCode());
        assertEquals(404, read("/outbox/nonsense/html").statusCode());
    }
}
