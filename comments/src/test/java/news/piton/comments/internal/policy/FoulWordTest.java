package news.piton.comments.internal.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoulWordTest {
    private static boolean found(String word, String text) {
        return !new FoulWord(word).places(FoulWord.fold(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shit",
                "SHIT",
                "Shít",
                "sh1t",
                "$h!t",
                "5hit",
                "shiiiit",
                "sh*t",
                "s**t",
                "s.h.i.t",
                "s h i t",
                "s-h-i-t",
                "what shit.",
                "shit!",
                "$h!t!!",
                "(shit)",
                "shits",
                "ѕhit, shit"
            })
    void finds_the_word_in_every_disguise(String text) {
        assertTrue(found("shit", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shitake", "mishit the ball", "this hit", "the ship", "sh t"})
    void leaves_words_alone_that_only_contain_it(String text) {
        assertFalse(found("shit", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"as S. Brendan said", "$455", "455 people", "grass", "as", "assess", "the same as so many"})
    void leaves_numbers_and_short_words_alone(String text) {
        assertFalse(found("ass", text));
    }

    @Test
    void finds_words_of_the_list_that_are_two() {
        assertTrue(found("piss off", "P1ss off, will you"));
    }

    @Test
    void tells_the_place_in_the_text_as_it_was_written() {
        String text = "Élève 😀 what $h!t is this";
        FoulWord.Place place = new FoulWord("shit").places(FoulWord.fold(text)).getFirst();
        assertEquals("$h!t", text.substring(place.start(), place.end()));
    }

    @Test
    void takes_no_time_over_texts_that_are_made_to_take_time() {
        List<String> hostile =
                List.of("b" + "*".repeat(5_000), "bumba ".repeat(900), "b.u.m.".repeat(800), "b".repeat(5_000));
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> hostile.forEach(text -> found("bumbaclaat", text)));
    }
}
