package news.piton.sharing.internal.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortCodeTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 57, 58, 59, 780_123_456_789_012_345L, Long.MAX_VALUE})
    void leads_back_to_the_id_it_was_made_from(long id) {
        assertEquals(OptionalLong.of(id), ShortCode.id(ShortCode.of(id).text()));
    }

    @Test
    void has_eleven_characters_at_the_most() {
        assertEquals(11, ShortCode.of(Long.MAX_VALUE).text().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "0abc", "abcO", "ab-c", "zzzzzzzzzzz", "2222222222222", "🌋", "%2e"})
    void refuses_what_is_nobodys_code(String code) {
        assertTrue(ShortCode.id(code).isEmpty());
    }
}
