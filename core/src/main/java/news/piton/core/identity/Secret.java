package news.piton.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a session or an API token is recognised by: 256 random bits in URL-safe Base64. We keep SHA-256 of it only; a slow
 * digest as for passwords would be of no use, since nobody can guess that many bits.
 */
record Secret(Credential.Kind kind, String text) {
    private static final String TOKEN_PREFIX = "piton_";
    private static final Pattern FORM = Pattern.compile("(" + TOKEN_PREFIX + ")?[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret fresh(Credential.Kind kind) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Secret(kind, kind == Credential.Kind.API_TOKEN ? TOKEN_PREFIX + text : text);
    }

    /** Empty when it cannot be one of ours, so that nonsense does not cost a query. */
    static Optional<Secret> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        boolean token = text.length() > 43;
        return Optional.of(new Secret(token ? Credential.Kind.API_TOKEN : Credential.Kind.SESSION, text));
    }

    /** 64 hexadecimal digits. */
    String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
