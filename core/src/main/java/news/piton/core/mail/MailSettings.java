package news.piton.core.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import org.jspecify.annotations.Nullable;

/** How mail leaves the house. */
record MailSettings(
        String host,
        int port,
        Security security,
        String username,
        String password,
        Duration timeout,
        int connections,
        @Nullable Dkim dkim) {

    /** How the connection to the SMTP server is kept private. */
    enum Security {
        /** Begins in the clear and must change to TLS before anything is said (RFC 3207). */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** In the clear, for a server on the same machine. */
        NONE
    }

    /** Who signs (RFC 6376). */
    record Dkim(String domain, String selector, RSAPrivateKey key) {}

    static final Setting<String> HOST = Setting.text(
            "mail.host", "", "The SMTP server. When empty, no mail leaves the house: it is shown to staff at /outbox.");
    static final Setting<Integer> PORT =
            Setting.number("mail.port", 587, 1, 65_535, "The SMTP server's port: 587 for STARTTLS, 465 for TLS.");
    static final Setting<Security> SECURITY = new Setting<>(
            "mail.security",
            "starttls",
            "How the connection is kept private: starttls, tls, or none for a server on the same machine.",
            text -> {
                try {
                    return Security.valueOf(text.toUpperCase(Locale.ROOT));
                } catch (IllegalArgumentException unknown) {
                    throw new IllegalArgumentException("must be starttls, tls or none", unknown);
                }
            });
    static final Setting<String> USERNAME =
            Setting.text("mail.username", "", "The account at the SMTP server; empty when it asks for none.");
    static final Setting<String> PASSWORD = Setting.text("mail.password", "", "That account's password.");
    static final Setting<Duration> TIMEOUT = Setting.duration(
            "mail.timeout", Duration.ofSeconds(20), "How long to wait for the SMTP server's next answer.");
    static final Setting<Integer> CONNECTIONS = Setting.number(
            "mail.connections", 4, 1, 50, "How many connections to the SMTP server may be open at once.");
    static final Setting<String> DKIM_SELECTOR = Setting.text(
            "mail.dkim-selector", "piton", "The selector of the DKIM key: the name before ._domainkey in the DNS.");
    static final Setting<String> DKIM_DOMAIN =
            Setting.text("mail.dkim-domain", "", "The domain that signs; the sender's when empty.");
    static final Setting<Optional<RSAPrivateKey>> DKIM_KEY = new Setting<>(
            "mail.dkim-key",
            "",
            "The file with the private RSA key that signs mail (DKIM), PEM in PKCS#8 form as `openssl genpkey"
                    + " -algorithm RSA` writes it. Empty: mail is not signed.",
            MailSettings::key);

    static final List<Setting<?>> ALL = List.of(
            HOST, PORT, SECURITY, USERNAME, PASSWORD, TIMEOUT, CONNECTIONS, DKIM_SELECTOR, DKIM_DOMAIN, DKIM_KEY);

    static MailSettings of(Settings settings) {
        return new MailSettings(
                settings.get(HOST),
                settings.get(PORT),
                settings.get(SECURITY),
                settings.get(USERNAME),
                settings.get(PASSWORD),
                settings.get(TIMEOUT),
                settings.get(CONNECTIONS),
                settings.get(DKIM_KEY)
                        .map(key -> new Dkim(settings.get(DKIM_DOMAIN), settings.get(DKIM_SELECTOR), key))
                        .orElse(null));
    }

    private static Optional<RSAPrivateKey> key(String file) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            String base64 = Files.readString(Path.of(file)).replaceAll("-----[A-Z ]+-----|\\s", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            return Optional.of((RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (IOException | IllegalArgumentException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    "must name a readable PEM file with an RSA key in PKCS#8 form", unreadable);
        }
    }
}
