package news.piton.core.host;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import news.piton.core.plugin.Contribution.Route;
import news.piton.core.site.Site;

/** The HTTP routes that the program itself brings, below those of the plugins. They see the paper as any client does. */
@FunctionalInterface
public interface Pages {
    Pages NONE = (endpoint, site, clock, modules) -> List.of();

    /**
     * Called once, when all else is up and the port is about to open.
     *
     * @param modules the names of the plugins that are installed
     */
    List<Route> routes(Endpoint endpoint, Site site, InstantSource clock, Set<String> modules);
}
