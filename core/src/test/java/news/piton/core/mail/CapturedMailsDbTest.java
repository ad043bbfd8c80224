package news.piton.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import news.piton.core.database.Database;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CapturedMailsDbTest {
    private final TestDatabase schema = TestDatabase.create().migrated("core");
    private final Database database = schema.open();
    private final Mailer mailer = Post.capturing(database);

    @AfterEach
    void close() {
        schema.close();
    }

    @Test
    void keeps_what_would_have_been_sent_as_it_would_have_been_sent() {
        Mail mail = Post.letter("reader@island.example");
        mailer.send(mail);
        CapturedMail listed = mailer.captured().newest(10).getFirst();
        assertEquals("reader@island.example", listed.recipient());
        assertEquals(mail.subject(), listed.subject());

        Mail opened = mailer.captured().all().getFirst();
        assertEquals(mail, opened);
        assertTrue(mailer.captured().open(listed.id()).orElseThrow().raw().contains("multipart/alternative"));
    }

    @Test
    void keeps_a_mail_whose_sender_failed_afterwards_as_a_real_server_would() {
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction(() -> {
                    mailer.send(Post.letter("reader@island.example"));
                    throw new IllegalStateException("too late");
                }));
        assertEquals(1, mailer.captured().all().size());
    }

    @Test
    void forgets_all_but_the_newest_thousand() {
        for (int i = 0; i < 1_003; i++) {
            mailer.send(new Mail("r" + i + "@island.example", "No. " + i, "text", null, Map.of()));
        }
        List<CapturedMail> all = mailer.captured().newest(2_000);
        assertEquals(1_000, all.size());
        assertEquals("No. 1002", all.getFirst().subject());
        assertEquals("No. 3", all.getLast().subject());
    }
}
