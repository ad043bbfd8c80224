package news.piton.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailTest {
    @Test
    void refuses_whatever_could_smuggle_in_a_header() {
        for (String hostile : List.of("a\r\nBcc: x@evil.example", "a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b")) {
            assertThrows(IllegalArgumentException.class, () -> new Mail(hostile, "s", "t", null, Map.of()));
            assertThrows(IllegalArgumentException.class, () -> new Mail("a@b.example", hostile, "t", null, Map.of()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Mail("a@b.example", "s", "t", null, Map.of("List-Id", hostile)));
        }
        for (String name : List.of("Bcc", "to", "From", "Content-Type", "X:Y", "X Y", "X\r\nBcc", "")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Mail("a@b.example", "s", "t", null, Map.of(name, "x@evil.example")),
                    name);
        }
    }

    @Test
    void takes_addresses_as_people_write_them_and_brings_them_into_one_form() {
        assertEquals(
                "ada.j+news@herald.example",
                EmailAddress.of(" Ada.J+News@Herald.Example ").orElseThrow().text());
        assertEquals(
                "ada@xn--bcher-kva.example",
                EmailAddress.of("ada@bücher.example").orElseThrow().text());
        assertEquals(
                "herald.example",
                EmailAddress.of("ada@herald.example").orElseThrow().domain());
    }

    @Test
    void refuses_what_is_no_address() {
        for (String wrong : List.of(
                "",
                "ada",
                "@herald.example",
                "ada@",
                "ada@localhost",
                "ada@@herald.example",
                "ada@herald..example",
                "ada@-herald.example",
                "ada@herald.example.",
                ".ada@herald.example",
                "ada.@herald.example",
                "a..a@herald.example",
                "ada joseph@herald.example",
                "Ada <ada@herald.example>",
                "ada@herald.example,eve@evil.example",
                "ada@herald.example\r\nBcc: eve@evil.example",
                "\"ada\"@herald.example",
                "ada@[127.0.0.1]",
                "ada@127.0.0.1",
                "ad\u0430@herald.example",
                "a".repeat(65) + "@herald.example",
                "ada@" + "a".repeat(64) + ".example",
                "ada@" + "a.".repeat(130) + "example")) {
            assertEquals(Optional.empty(), EmailAddress.of(wrong), wrong);
        }
    }
}
