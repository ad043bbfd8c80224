package news.piton.core.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** Solves proof-of-work challenges as a browser does: by trying. */
public final class SolvedChallenge {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SolvedChallenge() {}

    /**
     * The solution in the form in which the widget sends it.
     *
     * @param challenge an object with the fields of {@code Query.challenge}
     */
    public static String of(JsonNode challenge) {
        return of(
                challenge.path("challenge").asText(),
                challenge.path("salt").asText(),
                challenge.path("signature").asText(),
                challenge.path("maxnumber").asInt());
    }

    public static String of(String challenge, String salt, String signature, int most) {
        for (int number = 0; number <= most; number++) {
            if (sha256(salt + number).equals(challenge)) {
                return encoded(challenge, number, salt, signature);
            }
        }
        throw new IllegalArgumentException("no number up to " + most + " solves this challenge");
    }

    /** A payload as the widget sends it, right or wrong. */
    public static String encoded(String challenge, int number, String salt, String signature) {
        try {
            byte[] json = JSON.writeValueAsBytes(Map.of(
                    "algorithm",
                    "SHA-256",
                    "challenge",
                    challenge,
                    "number",
                    number,
                    "salt",
                    salt,
                    "signature",
                    signature));
            return Base64.getEncoder().encodeToString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
