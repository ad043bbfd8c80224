package news.piton.app.site;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The response headers of the OWASP Secure Headers Project, as strict as a paper can have them. */
final class SecureHeaders {
    private final List<Header> all = new ArrayList<>();

    SecureHeaders(URI site) {
        boolean https = "https".equals(site.getScheme());
        // pictures lie wherever the newsroom says; everything else comes from here or not at all
        add(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:"
                        + (https ? "" : " http:")
                        + "; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                        + "require-trusted-types-for 'script'; trusted-types 'none'"
                        + (https ? "; upgrade-insecure-requests" : ""));
        if (https) {
            add("Strict-Transport-Security", "max-age=31536000");
        }
        add("X-Content-Type-Options", "nosniff");
        add("X-Frame-Options", "DENY");
        add("X-Permitted-Cross-Domain-Policies", "none");
        add("Referrer-Policy", "strict-origin-when-cross-origin");
        add("Cross-Origin-Opener-Policy", "same-origin");
        add("Cross-Origin-Resource-Policy", "same-origin");
        // pictures of other sites are loaded without cookies
        add("Cross-Origin-Embedder-Policy", "credentialless");
        add(
                "Permissions-Policy",
                "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(),"
                        + " fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
                        + " payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(),"
                        + " xr-spatial-tracking=()");
    }

    private void add(String name, String value) {
        all.add(HeaderValues.createCached(HeaderNames.create(name), value));
    }

    List<Header> all() {
        return List.copyOf(all);
    }
}
