package news.piton.core.mail;

import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;
import news.piton.core.testing.TestClock;
import org.mariadb.jdbc.MariaDbDataSource;

/** Mailers for tests. */
final class Post {
    static final TestClock CLOCK = new TestClock();
    static final Site SITE = new Site(
            "The Saint Brendan Herald – Île",
            URI.create("https://herald.example"),
            ZoneId.of("America/St_Lucia"),
            "news@herald.example");

    private Post() {}

    static Mailer smtp(int port, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "mail.host",
                "127.0.0.1",
                "mail.port",
                String.valueOf(port),
                "mail.security",
                "none",
                "mail.timeout",
                "PT5S"));
        settings.putAll(further);
        DataSource unused = new MariaDbDataSource();
        return mailer(new Database(unused), settings);
    }

    static Mailer capturing(Database database) {
        return mailer(database, Map.of());
    }

    private static Mailer mailer(Database database, Map<String, String> settings) {
        return new Mailer(Settings.read(Mailer.SETTINGS, settings, Map.of()), SITE, database, new Ids(CLOCK), CLOCK);
    }

    static Mail letter(String to) {
        return new Mail(
                to,
                "Good morning – today's headlines",
                "Bòn jou!\nThe ferry is back.\n.\nA line that begins with a dot follows:\n.hidden",
                "<p>Bòn jou!</p><p>The <b>ferry</b> is back.</p>",
                Map.of("Auto-Submitted", "auto-generated"));
    }
}
