package news.piton.core.host;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;

/** What the host itself can be told. */
final class HostSettings {
    static final Setting<String> SERVER_HOST = new Setting<>(
            "server.host", "127.0.0.1", "The local address to listen on; 0.0.0.0 for all.", HostSettings::address);
    static final Setting<Integer> SERVER_PORT =
            Setting.number("server.port", 8080, 0, 65_535, "The TCP port to listen on; 0 takes a free one.");
    static final Setting<String> DATABASE_URL = Setting.text(
            "database.url",
            "",
            "A JDBC address such as jdbc:mariadb://db.example.org/piton. When empty, Piton starts a MariaDB of its"
                    + " own.");
    static final Setting<String> DATABASE_USER = Setting.text("database.user", "", "The account at that database.");
    static final Setting<String> DATABASE_PASSWORD = Setting.text("database.password", "", "Its password.");
    static final Setting<Integer> DATABASE_CONNECTIONS =
            Setting.number("database.connections", 16, 2, 500, "The most connections to hold open to the database.");
    static final Setting<String> SITE_NAME =
            Setting.text("site.name", "The Saint Brendan Herald", "The paper's name, as readers know it.");
    static final Setting<URI> SITE_URL = new Setting<>(
            "site.url",
            "",
            "Where readers reach the site, without a trailing slash; every link begins with it. When empty, this"
                    + " machine: http://127.0.0.1 and the server's port.",
            HostSettings::siteUrl);
    static final Setting<ZoneId> SITE_TIME_ZONE = new Setting<>(
            "site.time-zone",
            "America/St_Lucia",
            "The newsroom's time zone, a name of the IANA database: decides what \"today\" is.",
            HostSettings::zone);
    static final Setting<Locale> SITE_LANGUAGE = new Setting<>(
            "site.language",
            "en",
            "The language that the paper is written in, a BCP 47 tag such as en, en-GB or fr: told to browsers, mail"
                    + " programs, search engines and feed readers. Piton's own words on the pages are English.",
            HostSettings::language);
    static final Setting<String> SITE_MAIL_FROM =
            Setting.text("site.mail-from", "news@example.org", "The address that mail to readers comes from.");
    static final Setting<Optional<URI>> SITE_LOGO = new Setting<>(
            "site.logo",
            "",
            "The address of the publisher's logo, which stands at the head of every page and is shown by search engines"
                    + " and with links elsewhere: PNG, JPEG, WebP or SVG, 112 pixels or more each way. Empty: none.",
            HostSettings::logo);
    static final Setting<List<URI>> SITE_HUBS = new Setting<>(
            "site.hubs",
            "",
            "The WebSub hubs that the feeds name and that are told at once when an article is published or changed:"
                    + " https addresses, separated by commas. Empty: none.",
            HostSettings::hubs);
    static final Setting<Boolean> SAMPLE =
            Setting.flag("sample", true, "Whether a new, empty installation begins with the sample newspaper.");
    static final Setting<String> ADMIN_EMAIL = Setting.text(
            "admin.email",
            "admin@example.org",
            "The address of the first administrator, used on an empty database only.");
    static final Setting<String> ADMIN_PASSWORD = Setting.text(
            "admin.password", "", "The first administrator's password; when empty, one is made and printed once.");

    /** For whoever starts the host: the host logs, and the process decides what that looks like. */
    static final Setting<String> LOG_FORMAT = new Setting<>(
            "log.format",
            "text",
            "What log lines look like: text for people, json for machines. PITON_JAVA_OPTIONS="
                    + "-Dlogback.configurationFile=FILE hands logging over to a logback.xml of your own.",
            HostSettings::logFormat);

    static final List<Setting<?>> ALL = List.of(
            Pages.MEMORY,
            SERVER_HOST,
            SERVER_PORT,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            DATABASE_CONNECTIONS,
            SITE_NAME,
            SITE_URL,
            SITE_TIME_ZONE,
            SITE_LANGUAGE,
            SITE_MAIL_FROM,
            SITE_LOGO,
            SITE_HUBS,
            SAMPLE,
            ADMIN_EMAIL,
            ADMIN_PASSWORD,
            LOG_FORMAT);

    private HostSettings() {}

    /** Where readers reach the site. */
    static URI siteUrl(Settings settings) {
        URI chosen = settings.get(SITE_URL);
        int port = settings.get(SERVER_PORT);
        return chosen.toString().isEmpty() ? URI.create("http://127.0.0.1:" + (port == 0 ? 8080 : port)) : chosen;
    }

    private static URI siteUrl(String text) {
        if (text.isEmpty()) {
            return URI.create("");
        }
        URI url = URI.create(text);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || text.endsWith("/")) {
            throw new IllegalArgumentException("must be an http or https address without a slash at its end");
        }
        return url;
    }

    private static Locale language(String text) {
        try {
            Locale language = new Locale.Builder().setLanguageTag(text).build();
            if (language.getLanguage().matches("[a-z]{2,3}")) {
                return language;
            }
        } catch (IllformedLocaleException malformed) {
            // the sentence below says what is wanted
        }
        throw new IllegalArgumentException("must be a language tag of BCP 47 such as en, en-GB or fr");
    }

    private static Optional<URI> logo(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI url = URI.create(text);
        if (!onTheWeb(url)) {
            throw new IllegalArgumentException("must be an http or https address");
        }
        return Optional.of(url);
    }

    /** Plain http is for hubs on this machine: nobody on the way may learn or change what a hub is told. */
    private static List<URI> hubs(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(URI::create)
                .peek(HostSettings::requireHub)
                .toList();
    }

    private static void requireHub(URI hub) {
        boolean here =
                onTheWeb(hub) && Set.of("127.0.0.1", "[::1]", "localhost").contains(hub.getHost());
        if (!onTheWeb(hub) || (!hub.getScheme().equals("https") && !here)) {
            throw new IllegalArgumentException("must be https addresses, separated by commas");
        }
    }

    private static boolean onTheWeb(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null;
    }

    private static String address(String text) {
        try {
            InetAddress.getByName(text);
            return text;
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("must be an address of this machine, or a name that has one", unknown);
        }
    }

    private static String logFormat(String text) {
        if (!text.equals("text") && !text.equals("json")) {
            throw new IllegalArgumentException("must be text or json");
        }
        return text;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("must be a time zone such as America/St_Lucia", unknown);
        }
    }
}
