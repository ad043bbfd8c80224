package news.piton.core.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs short texts, so that a link in a mail or a reader's receipt needs no row to be believed. HMAC-SHA-256 (RFC 2104),
 * keyed by the installation's secret and the purpose, cut to 128 bits; the text itself stays readable to whoever holds the
 * token. Whatever must expire or be used once carries that in its text.
 */
public final class Tokens {
    private static final int PROOF = 16;
    private static final int LONGEST_TEXT = 700;
    private static final int LONGEST = (PROOF + LONGEST_TEXT + 2) / 3 * 4;
    private final byte[] secret;

    /** @param secret at least 32 random bytes, the same on every node */
    public Tokens(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the installation's secret needs at least 32 bytes");
        }
        this.secret = secret.clone();
    }

    /**
     * A URL-safe token. A token for one purpose opens for no other.
     *
     * @param text at most {@value #LONGEST_TEXT} bytes in UTF-8
     */
    public String sign(String purpose, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (plain.length > LONGEST_TEXT) {
            throw new IllegalArgumentException("a token carries at most " + LONGEST_TEXT + " bytes");
        }
        byte[] token = Arrays.copyOf(proof(purpose, plain), PROOF + plain.length);
        System.arraycopy(plain, 0, token, PROOF, plain.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The text that was signed; empty for anything that we did not sign for that purpose. */
    public Optional<String> open(String purpose, String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length < PROOF) {
                return Optional.empty();
            }
            byte[] plain = Arrays.copyOfRange(bytes, PROOF, bytes.length);
            boolean ours = MessageDigest.isEqual(proof(purpose, plain), Arrays.copyOf(bytes, PROOF));
            return ours ? Optional.of(new String(plain, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * A keyed digest of a value that must be recognised again but not read, such as an address: 32 hexadecimal digits. It
     * proves nothing: no token of that purpose can be made of it.
     */
    public String fingerprint(String purpose, String value) {
        return java.util.HexFormat.of()
                .formatHex(proof("fingerprint of " + purpose, value.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] proof(String purpose, byte[] plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(plain), PROOF);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
