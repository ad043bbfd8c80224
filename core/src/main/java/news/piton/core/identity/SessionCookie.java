package news.piton.core.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import news.piton.core.site.Site;

/**
 * The cookie that carries a session: out of reach of scripts, not sent along by other sites' forms and images, and over
 * https bound to this very host by its name (RFC 6265bis, section 4.1.3.2).
 */
public final class SessionCookie {
    private final String name;
    private final String attributes;

    public SessionCookie(Site site) {
        boolean https = "https".equalsIgnoreCase(site.url().getScheme());
        this.name = https ? "__Host-piton_session" : "piton_session";
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }

    /** The value of a {@code Set-Cookie} header. */
    public String set(String token, Duration life) {
        return name + "=" + token + "; Max-Age=" + life.toSeconds() + attributes;
    }

    /** The value of a {@code Set-Cookie} header that takes the cookie away. */
    public String clear() {
        return name + "=; Max-Age=0" + attributes;
    }

    /** The session's secret out of a {@code Cookie} header. An API token does not belong into a cookie. */
    Optional<Secret> secret(String cookies) {
        return Stream.of(cookies.split(";"))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .findFirst()
                .flatMap(pair -> Secret.parse(pair.substring(name.length() + 1)))
                .filter(secret -> secret.kind() == Credential.Kind.SESSION);
    }
}
