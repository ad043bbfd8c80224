package news.piton.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts whose normal form or lower case takes Java minutes. */
class StreamSafeTest {
    private static final String PILE = "\u0316\u0300";

    @Test
    @Timeout(20)
    void bounds_the_marks_on_a_letter() {
        assertEquals("a" + PILE.repeat(15) + " b", StreamSafe.of("a" + PILE.repeat(200_000) + " b"));
        assertEquals(
                "\u00e0" + "\u0316".repeat(15) + "\u0300".repeat(14), StreamSafe.composed("a" + PILE.repeat(200_000)));
    }

    @Test
    void stays_as_it_is_when_it_is_composed_again() {
        String once = StreamSafe.composed("z" + "\u0344".repeat(40) + "\u1161");
        assertEquals("z" + "\u0308\u0301".repeat(15) + "\u1161", once);
        assertEquals(once, StreamSafe.composed(once));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "caf\u00e9",
                "\u0e17\u0e35\u0e48",
                "\u0939\u093f\u0928\u094d\u0926\u0940",
                "\ud83d\udc4d\ud83c\udffd"
            })
    void leaves_what_people_write_alone(String text) {
        assertEquals(text, StreamSafe.composed(text));
    }

    @Test
    @Timeout(20)
    void makes_sigmas_small_however_long_the_word_is() {
        assertEquals(400_000, LowerCase.of("\u03a3.".repeat(200_000)).length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u039f\u0394\u039f\u03a3 \u03a3\u0391\u03a3 \u039f.\u03a3. $1\\", "STRASSE", "\u0130zmir \u03a3"
            })
    void makes_the_small_letters_that_java_makes(String text) {
        assertEquals(text.toLowerCase(Locale.ROOT), LowerCase.of(text));
    }
}
