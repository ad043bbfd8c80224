package news.piton.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies our signatures by RFC 6376, section 6.1.3, written down here once more. */
class DkimTest {
    @TempDir
    Path folder;

    private KeyPair keys;
    private Path file;

    @BeforeEach
    void makeKey() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        file = Files.writeString(
                folder.resolve("dkim.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private String sent() {
        try (ScriptedSmtp server = new ScriptedSmtp();
                Mailer mailer = Post.smtp(
                        server.port(), Map.of("mail.dkim-key", file.toString(), "mail.dkim-selector", "s1"))) {
            mailer.send(new Mail(
                    "reader@island.example",
                    "Headlines – a subject that is long enough to be folded when it is written down on the wire",
                    "Bòn jou!  \n\nThe ferry   is back.\n\n\n",
                    "<p>Bòn jou!</p>",
                    Map.of(
                            "List-Unsubscribe", "<https://herald.example/u/abc>",
                            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));
            return server.mails.getFirst();
        }
    }

    @Test
    void a_mail_arrives_with_a_signature_that_the_public_key_confirms() throws GeneralSecurityException {
        String mail = sent();
        Map<String, String> tags = tags(mail);
        assertEquals("herald.example", tags.get("d"));
        assertEquals("s1", tags.get("s"));
        assertTrue(verifies(mail, keys.getPublic()), mail);
        assertFalse(verifies(mail.replace("ferry", "truck"), keys.getPublic()), "a changed body");
        assertFalse(verifies(mail.replace("/u/abc", "/u/abd"), keys.getPublic()), "a changed header");
        List<String> signed = List.of(
                Objects.requireNonNull(tags.get("h")).toLowerCase(Locale.ROOT).split("\\s*:\\s*"));
        assertTrue(
                signed.containsAll(
                        List.of("from", "to", "subject", "date", "list-unsubscribe", "list-unsubscribe-post")),
                signed::toString);
        assertFalse(tags.containsKey("l"), "or others could append to the body");
    }

    @Test
    void a_key_that_cannot_be_read_stops_the_start_with_a_sentence() {
        file = folder.resolve("missing.pem");
        var refusal = assertThrows(IllegalArgumentException.class, this::sent);
        assertTrue(
                String.valueOf(refusal.getMessage())
                        .startsWith("The setting `mail.dkim-key` must name a readable PEM file"),
                refusal::getMessage);
    }

    private static Map<String, String> tags(String mail) {
        String signature = headers(mail).stream()
                .filter(header -> header.startsWith("DKIM-Signature:"))
                .findFirst()
                .orElseThrow();
        Map<String, String> tags = new HashMap<>();
        for (String tag : signature.substring(signature.indexOf(':') + 1).split(";")) {
            if (!tag.isBlank()) {
                String[] pair = tag.split("=", 2);
                tags.put(pair[0].strip(), pair[1].replaceAll("\\s", ""));
            }
        }
        return tags;
    }

    private static boolean verifies(String mail, PublicKey key) throws GeneralSecurityException {
        Map<String, String> tags = tags(mail);
        String body = relaxedBody(mail.substring(mail.indexOf("\r\n\r\n") + 4));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        if (!Base64.getEncoder().encodeToString(digest).equals(tags.get("bh"))) {
            return false;
        }
        List<String> left = new ArrayList<>(headers(mail));
        StringBuilder signed = new StringBuilder();
        for (String name : Objects.requireNonNull(tags.get("h")).split(":")) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    signed.append(relaxedHeader(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        String own = headers(mail).stream()
                .filter(header -> header.startsWith("DKIM-Signature:"))
                .findFirst()
                .orElseThrow();
        signed.append(relaxedHeader(own.replaceAll("(?s)(;\\s*b=)[^;]*", "$1")));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(signed.toString().getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(tags.get("b")));
    }

    private static List<String> headers(String mail) {
        return Arrays.asList(mail.substring(0, mail.indexOf("\r\n\r\n")).split("\r\n(?![ \t])"));
    }

    private static String relaxedHeader(String header) {
        int colon = header.indexOf(':');
        String value = header.substring(colon + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .strip();
        return header.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value;
    }

    private static String relaxedBody(String body) {
        String lines = body.replaceAll("[ \t]+(?=\r\n)", "").replaceAll("[ \t]+", " ");
        return lines.replaceAll("(\r\n)+$", "") + "\r\n";
    }
}
