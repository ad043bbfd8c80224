package news.piton.newsletter.internal.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style of our few web pages, inside the page, and the policy that allows this style and nothing else. */
public final class PageStyle {
    public static final String CSS = """
        :root{color-scheme:light dark;--ink:#1b1f23;--soft:#57606a;--paper:#fff;--accent:#1d6a6d}
        @media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a8b0b8;--paper:#1d2227;--accent:#7fd1cf}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}
        header{padding:1rem 1.25rem;border-bottom:3px solid var(--accent)}
        header a{color:var(--ink);font:bold 1.25rem Georgia,serif;text-decoration:none}
        main{max-width:38rem;margin:0 auto;padding:1.5rem 1.25rem 3rem;overflow-wrap:break-word}
        h1,h2{font-family:Georgia,serif;line-height:1.25;margin:0 0 .75rem}
        h2{font-size:1.3rem;margin:0 0 .4rem}
        a{color:var(--accent)}
        section{padding:1.1rem 0;border-top:1px solid color-mix(in srgb,var(--soft) 35%,transparent)}
        section p{margin:0}
        .section{font-size:.8rem;font-weight:bold;letter-spacing:.06em;text-transform:uppercase;color:var(--accent)}
        .date{color:var(--soft);margin:0}
        button{font:inherit;font-weight:bold;padding:.8rem 1.5rem;border:0;border-radius:.25rem;background:#1d4d4f;color:#fff;cursor:pointer}
        button:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
        """;

    /** Content-Security-Policy (CSP Level 3): no script, no foreign resource, forms only to ourselves, in nobody's frame. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest()
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PageStyle() {}

    private static String digest() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
