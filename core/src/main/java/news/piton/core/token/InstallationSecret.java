package news.piton.core.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import news.piton.core.database.Database;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;

/**
 * What all signatures of this installation rest on. Either the operator sets it, outside the database, or it is made on the
 * first start and kept in the database, where all nodes find it.
 */
public final class InstallationSecret {
    private static final int SHORTEST = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static final Setting<String> SECRET = new Setting<>(
            "security.secret",
            "",
            "The installation's secret, 32 random characters or more, the same on all nodes; a new one makes all links"
                    + " in mails and all receipts invalid. Empty: one is made and kept in the database.",
            text -> {
                if (!text.isEmpty() && text.length() < SHORTEST) {
                    throw new IllegalArgumentException("must have at least " + SHORTEST + " characters");
                }
                return text;
            });

    private InstallationSecret() {}

    /** The tokens of this installation. Needs core's tables. */
    public static Tokens tokens(Settings settings, Database database) {
        String chosen = settings.get(SECRET);
        return new Tokens(chosen.isEmpty() ? kept(new SecretStore(database)) : sha256(chosen));
    }

    private static byte[] kept(SecretStore store) {
        byte[] fresh = new byte[SHORTEST];
        RANDOM.nextBytes(fresh);
        return HexFormat.of().parseHex(store.keep("installation", HexFormat.of().formatHex(fresh)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
