package news.piton.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpTest {
    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void close() {
        server.close();
    }

    private MailResult send() {
        try (Mailer mailer = Post.smtp(server.port(), Map.of())) {
            return mailer.send(Post.letter("reader@island.example"));
        }
    }

    @Test
    void a_real_server_receives_both_forms_with_the_headers_that_a_mail_needs() throws MessagingException, IOException {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try (Mailer mailer = Post.smtp(greenMail.getSmtp().getPort(), Map.of())) {
            MailResult result = mailer.send(Post.letter("reader@island.example"));

            MimeMessage message = greenMail.getReceivedMessages()[0];
            assertEquals(new MailResult.Accepted(message.getMessageID()), result);
            assertTrue(message.getMessageID().matches("<[^@]{27}@herald\\.example>"), message.getMessageID());
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            message.writeTo(raw);
            assertTrue(raw.toString(StandardCharsets.UTF_8).chars().allMatch(c -> c < 128), "seven bits");
            OpenedMail mail = OpenedMail.of(raw.toByteArray());
            assertEquals("The Saint Brendan Herald – Île <news@herald.example>", mail.header("From"));
            assertEquals("Good morning – today's headlines", mail.header("Subject"));
            assertEquals("Tue, 24 Nov 2026 14:00:00 +0000", mail.header("Date"));
            assertEquals("auto-generated", mail.header("Auto-Submitted"));
            assertEquals(
                    Post.letter("reader@island.example").text(), mail.text().stripTrailing());
            assertEquals(Post.letter("reader@island.example").html(), mail.html());
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void what_a_server_refuses_for_good_is_rejected_in_its_own_words() {
        server.answer("RCPT", "550 5.1.1 no such user here");
        assertEquals(new MailResult.Rejected("550 5.1.1 no such user here", true), send());
        server.answer("RCPT", "250 ok").answer("END", "554 looks like spam");
        assertEquals(new MailResult.Rejected("554 looks like spam", false), send());
        server.answer("MAIL", "553 not your address");
        assertEquals(new MailResult.Rejected("553 not your address", false), send());
    }

    @Test
    void what_a_server_puts_off_is_deferred() {
        server.answer("RCPT", "451 greylisted");
        assertEquals(new MailResult.Deferred("451 greylisted"), send());
        server.answer("RCPT", "250 ok").answer("END", "452 disk full");
        assertEquals(new MailResult.Deferred("452 disk full"), send());
        server.answer("MAIL", "421 going down");
        assertInstanceOf(MailResult.Deferred.class, send());
        server.answer("MAIL", "530 authentication required");
        assertInstanceOf(MailResult.Deferred.class, send());
    }

    @Test
    void a_mail_is_certainly_not_sent_when_the_connection_breaks_before_its_end() {
        for (String step : List.of("GREETING", "EHLO", "MAIL", "RCPT", "DATA")) {
            try (ScriptedSmtp breaking = new ScriptedSmtp().answer(step, ScriptedSmtp.HANG_UP);
                    Mailer mailer = Post.smtp(breaking.port(), Map.of())) {
                assertInstanceOf(MailResult.Deferred.class, mailer.send(Post.letter("reader@island.example")), step);
            }
        }
        server.close();
        assertInstanceOf(MailResult.Deferred.class, send());
    }

    @Test
    void nobody_knows_whether_a_mail_is_sent_when_the_connection_breaks_behind_the_data() {
        server.answer("END", ScriptedSmtp.HANG_UP);
        assertInstanceOf(MailResult.Uncertain.class, send());
        assertEquals(1, server.mails.size(), "and it is not tried again");
    }

    @Test
    void one_connection_carries_many_mails_even_after_a_rejected_one() {
        try (Mailer mailer = Post.smtp(server.port(), Map.of())) {
            assertInstanceOf(MailResult.Accepted.class, mailer.send(Post.letter("a@island.example")));
            server.answer("RCPT", "550 unknown");
            assertInstanceOf(MailResult.Rejected.class, mailer.send(Post.letter("b@island.example")));
            server.answer("RCPT", "250 ok");
            assertInstanceOf(MailResult.Accepted.class, mailer.send(Post.letter("c@island.example")));
        }
        assertEquals(1, server.connections.get());
        assertEquals(2, server.mails.size());
    }

    @Test
    void a_connection_that_the_server_closed_meanwhile_costs_no_mail() {
        try (Mailer mailer = Post.smtp(server.port(), Map.of())) {
            mailer.send(Post.letter("a@island.example"));
            server.hangUp();
            assertInstanceOf(MailResult.Accepted.class, mailer.send(Post.letter("b@island.example")));
        }
        assertEquals(2, server.connections.get());
    }

    @Test
    void never_opens_more_connections_than_allowed() throws InterruptedException, ExecutionException {
        try (Mailer mailer = Post.smtp(server.port(), Map.of("mail.connections", "2"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MailResult>> sending = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> mailer.send(Post.letter("r" + i + "@island.example"))))
                    .toList();
            for (Future<MailResult> sent : sending) {
                assertInstanceOf(MailResult.Accepted.class, sent.get());
            }
        }
        assertTrue(server.connections.get() <= 2, () -> server.connections + " connections");
        assertEquals(20, server.mails.size());
    }

    @Test
    void an_impossible_address_is_rejected_without_asking_anybody() {
        try (Mailer mailer = Post.smtp(server.port(), Map.of())) {
            assertInstanceOf(MailResult.Rejected.class, mailer.send(Post.letter("not an address")));
        }
        assertEquals(0, server.connections.get());
    }

    @Test
    void refuses_to_speak_in_the_clear_where_tls_is_wanted() {
        try (Mailer mailer = Post.smtp(
                server.port(),
                Map.of("mail.security", "starttls", "mail.username", "herald", "mail.password", "s3cret"))) {
            assertInstanceOf(MailResult.Deferred.class, mailer.send(Post.letter("a@island.example")));
        }
        assertFalse(
                server.commands.stream().anyMatch(command -> command.startsWith("AUTH")), server.commands::toString);
    }
}
