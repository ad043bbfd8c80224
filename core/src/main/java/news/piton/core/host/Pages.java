package news.piton.core.host;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import news.piton.core.plugin.Contribution.Route;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;

/** The HTTP routes that the program itself brings, below those of the plugins. They see the paper as any client does. */
@FunctionalInterface
public interface Pages {
    Setting<Integer> MEMORY = Setting.number(
            "server.page-memory",
            32,
            0,
            4_096,
            "How many MiB of memory finished pages may take, which are shown to readers for a few seconds without"
                    + " being made anew; 0 keeps no page.");

    Pages NONE = (endpoint, site, clock, modules, settings) -> List.of();

    /**
     * Called once, when all else is up and the port is about to open.
     *
     * @param modules the names of the plugins that are installed
     * @param settings the host's own, {@link #MEMORY} among them
     */
    List<Route> routes(Endpoint endpoint, Site site, InstantSource clock, Set<String> modules, Settings settings);
}
