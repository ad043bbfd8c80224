package news.piton.newsletter.internal.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTest {

    @Test
    void leads_with_the_first_headline_and_says_how_much_more_there_is() {
        assertEquals("Ferry returns to Windward Quay", subject("Ferry returns to Windward Quay", 1));
        assertEquals("Ferry returns to Windward Quay, and 4 more", subject("Ferry returns to Windward Quay", 5));
    }

    @Test
    void cuts_a_long_headline_at_a_word() {
        String text = subject("Parliament ".repeat(30), 3);
        assertTrue(text.endsWith("Parliament…, and 2 more"), text);
        assertTrue(text.length() <= 120);
    }

    @Test
    void never_cuts_a_character_in_two() {
        String text = subject("🌋".repeat(200), 1);
        assertTrue(text.length() <= 120);
        assertFalse(Character.isHighSurrogate(text.charAt(text.length() - 2)));
    }

    @Test
    void takes_line_breaks_out_of_a_headline() {
        assertEquals("Storm Bcc: everybody@example.org", subject("Storm\r\nBcc: everybody@example.org", 1));
    }

    private static String subject(String lead, int articles) {
        Headline headline = new Headline(1, "News", lead, "", "https://herald.example/a");
        List<Headline> headlines = Collections.nCopies(articles, headline);
        return Subject.of(headlines).text();
    }
}
