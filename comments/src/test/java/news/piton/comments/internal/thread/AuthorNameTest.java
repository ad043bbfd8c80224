package news.piton.comments.internal.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorNameTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u200b", "\n", "\u0000"})
    void asks_for_a_name_when_there_is_none(@Nullable String typed) {
        assertEquals(
                Outcome.refused(List.of(UserError.at("authorName", "REQUIRED", "Please enter your name here"))),
                AuthorName.of(typed));
    }

    @Test
    void puts_a_name_on_one_line() {
        assertEquals(Outcome.done(new AuthorName("Ana Joseph")), AuthorName.of(" Ana\n\n  Joseph\u202e "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Ana", "Ana\nJoseph", "Ana  Joseph", "Ana\u202e", "Rene\u0301"})
    void cannot_be_made_of_what_is_not_clean(String name) {
        assertThrows(IllegalArgumentException.class, () -> new AuthorName(name));
    }

    @Test
    void refuses_a_name_that_is_a_text() {
        assertEquals(
                Outcome.refused(UserError.at("authorName", "TOO_LONG", "Please keep your name to 100 characters.")),
                AuthorName.of("Ana ".repeat(100_000)));
    }
}
