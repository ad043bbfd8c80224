package news.piton.core.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import news.piton.core.settings.Settings;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class TokensDbTest {
    private final Tokens tokens = new Tokens(new byte[32]);

    @Test
    void opens_what_was_signed_for_that_purpose_and_nothing_else() {
        String token = tokens.sign("unsubscribe", "Île 42");
        assertEquals(Optional.of("Île 42"), tokens.open("unsubscribe", token));
        assertEquals(Optional.empty(), tokens.open("confirm", token));
        byte[] other = new byte[32];
        other[0] = 1;
        assertEquals(Optional.empty(), new Tokens(other).open("unsubscribe", token));
    }

    @Test
    void opens_nothing_that_was_tampered_with() {
        String token = tokens.sign("unsubscribe", "42");
        for (int i = 0; i < token.length(); i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            // the last character carries bits that no byte takes
            if (i < token.length() - 1) {
                assertEquals(Optional.empty(), tokens.open("unsubscribe", changed), changed);
            }
        }
        for (String hostile : List.of("", "AAAA", "%00", "é", "x".repeat(1_000_000), token + token)) {
            assertEquals(Optional.empty(), tokens.open("unsubscribe", hostile));
        }
    }

    @Test
    void opens_the_longest_text_that_it_signs() {
        String longest = "x".repeat(700);
        assertEquals(Optional.of(longest), tokens.open("p", tokens.sign("p", longest)));
        assertThrows(IllegalArgumentException.class, () -> tokens.sign("p", longest + "x"));
    }

    @Test
    void a_fingerprint_recognises_a_value_without_proving_anything() {
        String fingerprint = tokens.fingerprint("address", "ada@herald.example");
        assertTrue(fingerprint.matches("[0-9a-f]{32}"), fingerprint);
        assertEquals(fingerprint, tokens.fingerprint("address", "ada@herald.example"));
        assertNotEquals(fingerprint, tokens.fingerprint("address", "eve@herald.example"));
        byte[] proof = java.util.HexFormat.of().parseHex(fingerprint);
        String signed = tokens.sign("address", "ada@herald.example");
        assertFalse(java.util.HexFormat.of()
                .formatHex(java.util.Base64.getUrlDecoder().decode(signed))
                .startsWith(java.util.HexFormat.of().formatHex(proof)));
    }

    @Test
    void all_nodes_find_the_same_secret() {
        try (TestDatabase schema = TestDatabase.create().migrated("core")) {
            Settings none = Settings.read(List.of(InstallationSecret.SECRET), java.util.Map.of(), java.util.Map.of());
            String token = InstallationSecret.tokens(none, schema.open()).sign("p", "text");
            assertEquals(
                    Optional.of("text"),
                    InstallationSecret.tokens(none, schema.open()).open("p", token));

            Settings chosen = Settings.read(
                    List.of(InstallationSecret.SECRET),
                    java.util.Map.of("security.secret", "0123456789abcdef0123456789abcdef"),
                    java.util.Map.of());
            assertEquals(
                    Optional.empty(),
                    InstallationSecret.tokens(chosen, schema.open()).open("p", token));
        }
    }
}
