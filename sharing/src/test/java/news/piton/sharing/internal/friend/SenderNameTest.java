package news.piton.sharing.internal.friend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana",
                "Jean-Baptiste O'Neill",
                "Dr. Marie-Ange d’Aubigné",
                "J. R. Tolliver",
                "Nguyễn Thị Hương",
                "محمد علي",
                "李小龙",
                "Søren Ķēniņš",
                "María José de la",
                "Ana B."
            })
    void may_be_a_persons_name_in_any_script(String name) {
        assertEquals(name, SenderName.of(name).orElseThrow().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Ana\r\nBcc: everybody@example.org",
                "Ana\u0000",
                "visit example.com",
                "www.example.com",
                "https://example.com",
                "ana@example.org",
                "Win 1000",
                "Buy cheap pills right now",
                "<b>Ana</b>",
                "Ana!",
                "Ana\u202Egpj",
                "Ana\u200Bx",
                "Z\u0300\u0301\u0302\u0303algo",
                "Ana\u2028Line",
                "a-",
                "''",
                "Pneumonoultramicroscopicsilicovolcanoconiosis",
                "Abcdefghij Klmnopqrst Uvwxyzabcd Efghijklmn"
            })
    void may_not_say_anything_else(String text) {
        assertTrue(SenderName.of(text).isEmpty());
    }

    @Test
    void forgives_space_around_and_between() {
        assertEquals("Ana Maria", SenderName.of("  Ana   Maria ").orElseThrow().text());
    }

    @Test
    void is_decided_quickly_whatever_comes() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            SenderName.of("a'".repeat(75));
            SenderName.of("a".repeat(150) + "!");
            SenderName.of("a. ".repeat(50) + "!");
        });
    }
}
