package news.piton.comments.internal.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {
    private static String kept(String typed) {
        return CommentText.of(typed) instanceof Outcome.Done(CommentText text) ? text.value() : "refused";
    }

    private static UserError refused(String typed) {
        return CommentText.of(typed) instanceof Outcome.Refused<CommentText>(var errors)
                ? errors.getFirst()
                : UserError.of("NONE", "It was taken.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\n\t\n",
                "\u00a0\u2003",
                "\u200b\u200b",
                "\u200d",
                "\ufeff",
                "\u2060",
                "\u3164",
                "\u2800",
                "\u0000",
                "\u202e",
                "\u0301",
                "\ud800",
                "\u00ad"
            })
    void asks_for_a_comment_when_there_is_nothing_to_see(String typed) {
        assertEquals(UserError.at("body", "REQUIRED", "Please enter your comment!"), refused(typed));
    }

    @Test
    void tells_how_long_a_text_is_that_is_too_long() {
        UserError error = refused("a".repeat(1_048_576));
        assertEquals("TOO_LONG", error.code());
        assertEquals("Your comment has 1,048,576 characters; please keep it to 5,000.", error.message());
        assertEquals("TOO_LONG", refused("a".repeat(5_001)).code());
    }

    @Test
    void counts_characters_as_people_do() {
        String emoji = "\ud83d\ude00".repeat(5_000);
        assertEquals(emoji, kept(emoji));
    }

    @Test
    void drops_what_nobody_sees_and_what_turns_the_page_around() {
        assertEquals("before after", kept("before\u0000 \u202eaf\u200bter\u0007"));
        assertEquals("one\ntwo", kept("one\u2028two"));
    }

    @Test
    void keeps_emoji_accents_and_scripts_whole() {
        String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 caf\u00e9"
                + " \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
        assertEquals(family, kept(family));
        assertEquals("caf\u00e9", kept("cafe\u0301"));
    }

    @Test
    void keeps_paragraphs_and_drops_needless_blank_lines() {
        assertEquals("one\n\ntwo\nthree", kept("  one \r\n\r\n\r\n\r\ntwo\rthree\n\n"));
    }

    @Test
    void knows_a_text_again_in_other_case_spacing_and_punctuation() {
        assertEquals(new CommentText("Well said, Ana!").digest(), new CommentText("well  said ana").digest());
        assertNotEquals(new CommentText("Well said").digest(), new CommentText("Well sad").digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " Well said", "one \ntwo", "one\n\n\ntwo", "one\r\ntwo", "\u202eone", "cafe\u0301"})
    void cannot_be_made_of_what_is_not_clean(String text) {
        assertThrows(IllegalArgumentException.class, () -> new CommentText(text));
    }

    @Test
    void joins_what_an_invisible_character_kept_apart() {
        assertEquals("caf\u00e9", kept("cafe\u200b\u0301"));
    }

    /** Unicode's Stream-Safe Text Format, UAX #15. */
    @Test
    void keeps_thirty_marks_on_a_letter_and_drops_the_others() {
        assertEquals("z" + "\u0316".repeat(30) + " too", kept("z" + "\u0316".repeat(4_990) + " too"));
        assertEquals("z" + "\u0308\u0301".repeat(15), kept("z" + "\u0344".repeat(40)));
    }

    @Test
    @Timeout(20)
    void knows_a_text_of_nothing_but_sigmas_at_once() {
        assertEquals(32, new CommentText("\u03a3".repeat(5_000)).digest().length());
        assertEquals(
                new CommentText("\u039f\u0394\u039f\u03a3 $1").digest(),
                new CommentText("\u03bf\u03b4\u03bf\u03c2 $1").digest());
    }
}
