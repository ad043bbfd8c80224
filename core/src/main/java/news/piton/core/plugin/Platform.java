package news.piton.core.plugin;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import news.piton.core.database.Database;
import news.piton.core.guard.Guard;
import news.piton.core.id.Ids;
import news.piton.core.mail.Mailer;
import news.piton.core.outbox.Outbox;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;
import news.piton.core.token.Tokens;

/**
 * What the host lends to a plugin while it installs itself. Take from it what a constructor needs; never keep it or hand it
 * on.
 *
 * @param folder of this node and this plugin, for what can be made again from the database, such as an index; made when the
 *     plugin first writes to it, and not shared with other nodes
 * @param settings the declared settings of this plugin
 * @param apis what the required plugins export, by interface
 */
public record Platform(
        Database database,
        Outbox outbox,
        InstantSource clock,
        Ids ids,
        Tokens tokens,
        Mailer mailer,
        Guard guard,
        Site site,
        Path folder,
        Settings settings,
        Map<Class<?>, Object> apis) {

    public Platform {
        apis = Map.copyOf(apis);
    }

    /** The API that a required plugin exports. */
    public <T> T api(Class<T> type) {
        Object api = apis.get(type);
        if (api == null) {
            throw new IllegalStateException(
                    "No required plugin exports " + type.getName() + ". Name its plugin in requires(…).");
        }
        return type.cast(api);
    }
}
