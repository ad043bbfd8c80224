package news.piton.sharing.internal.visits;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells people from programs, as far as programs are honest: by what they call themselves (RFC 9110, section 10.1.5). Cubot
 * is a maker of phones.
 */
final class Readers {
    private static final Pattern PROGRAM = Pattern.compile(
            "(?<!cu)bot\\b|crawl|spider|slurp|preview|fetch|scan|monitor|externalhit|facebookcatalog|whatsapp|embed|archiver|"
                + "curl|wget|python|java/|java-http|go-http|okhttp|axios|httpclient|libwww|headless|lighthouse|mastodon|pleroma|"
                + "feed|validator");

    private Readers() {}

    /**
     * @param userAgent empty when there was none
     * @param purpose of the headers Sec-Purpose or Purpose; empty when there was none
     */
    static boolean isOne(String userAgent, String purpose) {
        boolean ahead = purpose.toLowerCase(Locale.ROOT).contains("prefetch")
                || purpose.toLowerCase(Locale.ROOT).contains("preview");
        return !ahead
                && !userAgent.isBlank()
                && !PROGRAM.matcher(userAgent.toLowerCase(Locale.ROOT)).find();
    }
}
