package news.piton.newsletter;

import static news.piton.newsletter.NewsletterFixture.composed;
import static news.piton.newsletter.NewsletterFixture.confirm;
import static news.piton.newsletter.NewsletterFixture.delivery;
import static news.piton.newsletter.NewsletterFixture.link;
import static news.piton.newsletter.NewsletterFixture.order;
import static news.piton.newsletter.NewsletterFixture.subscribe;
import static news.piton.newsletter.NewsletterFixture.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole issue, to a real SMTP server. */
class DeliveryModuleTest {
    private GreenMail smtp;
    private TestHost host;

    @BeforeEach
    void boot() {
        smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        host = TestHost.with(new ArticlesPlugin(), new NewsletterPlugin())
                .setting("mail.host", "127.0.0.1")
                .setting("mail.port", String.valueOf(smtp.getSmtp().getPort()))
                .setting("mail.security", "none")
                .boot();
    }

    @AfterEach
    void close() {
        host.close();
        smtp.stop();
    }

    @Test
    void reaches_everybody_once_and_tells_what_became_of_it() throws Exception {
        List<String> readers = readers(7);
        String issue = sending("Ferry returns — “at last”");
        host.runJob("newsletter.send-issues");
        host.runJob("newsletter.send-issues");
        assertEquals(readers, recipients());
        assertEquals("SENT to 7: 7 sent, 0 failed, 0 suppressed, 0 uncertain, 0 remaining", delivery(host, issue));
        MimeMessage mail = smtp.getReceivedMessages()[0];
        assertEquals("Ferry returns — “at last”", mail.getSubject());
        assertTrue(mail.getContentType().startsWith("multipart/alternative"), mail.getContentType());
        assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post", null));
        assertTrue(text(mail).contains("Unsubscribe:"));
    }

    @Test
    void leaves_out_who_unsubscribed_after_the_recipients_were_written_down() throws Exception {
        readers(3);
        sending("Ferry returns");
        host.runJob("newsletter.send-issues");
        String leaving = Arrays.stream(smtp.getReceivedMessages())
                .filter(mail -> to(mail).equals("reader1@example.org"))
                .map(DeliveryModuleTest::text)
                .findFirst()
                .orElseThrow();
        String second = sending("Regatta won");
        host.post(link("unsubscribe", leaving), "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
        smtp.purgeEmailFromAllMailboxes();
        host.runJob("newsletter.send-issues");
        assertEquals(List.of("reader0@example.org", "reader2@example.org"), recipients());
        assertEquals("SENT to 3: 2 sent, 0 failed, 1 suppressed, 0 uncertain, 0 remaining", delivery(host, second));
    }

    @Test
    void mails_nobody_twice_when_two_nodes_send_at_once() throws Exception {
        List<String> readers = readers(40);
        String issue = sending("Ferry returns");
        try (TestHost other = TestHost.with(new ArticlesPlugin(), new NewsletterPlugin())
                        .setting("mail.host", "127.0.0.1")
                        .setting("mail.port", String.valueOf(smtp.getSmtp().getPort()))
                        .setting("mail.security", "none")
                        .boot(host.database());
                var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            other.clock().set(host.clock().instant());
            Callable<Void> here = () -> run(host);
            Callable<Void> there = () -> run(other);
            for (Future<Void> node : nodes.invokeAll(List.of(here, there))) {
                node.get();
            }
            assertEquals(readers, recipients());
            assertEquals(
                    "SENT to 40: 40 sent, 0 failed, 0 suppressed, 0 uncertain, 0 remaining", delivery(host, issue));
        }
    }

    @Test
    void waits_while_the_mail_server_is_away_and_goes_on_when_it_is_back() throws Exception {
        List<String> readers = readers(3);
        String issue = sending("Ferry returns");
        int port = smtp.getSmtp().getPort();
        smtp.stop();
        host.runJob("newsletter.send-issues");
        assertEquals("SENDING to 3: 0 sent, 0 failed, 0 suppressed, 0 uncertain, 3 remaining", delivery(host, issue));
        smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        host.runJob("newsletter.send-issues");
        assertEquals(List.of(), recipients(), "not before the pause is over");
        host.clock().tick(Duration.ofMinutes(1));
        host.runJob("newsletter.send-issues");
        assertEquals(readers, recipients());
        assertEquals("SENT to 3: 3 sent, 0 failed, 0 suppressed, 0 uncertain, 0 remaining", delivery(host, issue));
    }

    private static Void run(TestHost node) {
        node.runJob("newsletter.send-issues");
        return null;
    }

    private List<String> readers(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            subscribe(host, "reader" + i + "@example.org").ok();
            host.deliverEvents();
            MimeMessage[] mails = smtp.getReceivedMessages();
            confirm(host, token("confirm", text(mails[mails.length - 1]))).ok();
        }
        smtp.purgeEmailFromAllMailboxes();
        return IntStream.range(0, count)
                .mapToObj(i -> "reader" + i + "@example.org")
                .sorted()
                .toList();
    }

    private String sending(String headline) {
        ArticlesFixture.publish(host, headline);
        host.clock().tick(Duration.ofMinutes(1));
        String issue = composed(host);
        order(host, "sendIssue", issue).ok();
        return issue;
    }

    private List<String> recipients() {
        return Arrays.stream(smtp.getReceivedMessages())
                .map(DeliveryModuleTest::to)
                .sorted()
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                return text(parts.getBodyPart(0));
            }
            return part.getContent().toString().replace("\r\n", "\n");
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
