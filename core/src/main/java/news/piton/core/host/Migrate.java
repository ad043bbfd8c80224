package news.piton.core.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import news.piton.core.database.Migrations;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.plugin.Refusal;

/** Brings every module's tables up to date, core's first. */
final class Migrate {
    private Migrate() {}

    /** @return for each module, a few words for the start-up table */
    static Map<String, String> all(List<Described> plugins, DataSource source) {
        Map<String, String> done = new LinkedHashMap<>();
        for (Described plugin : plugins) {
            if (plugin.description().migrations()) {
                try {
                    Migrations.Result result = Migrations.migrate(
                            source, plugin.name(), plugin.plugin().getClass().getClassLoader());
                    String version = result.version() == null ? "none" : "at " + result.version();
                    done.put(
                            plugin.name(),
                            result.applied() == 0 ? version : version + ", " + result.applied() + " new");
                } catch (IllegalStateException failed) {
                    throw new Refusal(
                            failed.getMessage() + " The migration of `" + plugin.name()
                                    + "` can be run again once the cause is mended.",
                            failed);
                }
            }
        }
        return done;
    }
}
