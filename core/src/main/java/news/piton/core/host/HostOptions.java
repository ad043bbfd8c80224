package news.piton.core.host;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import news.piton.core.plugin.Plugin;

/**
 * What the starter of a host decides.
 *
 * @param home where the embedded database and other local state live
 * @param plugins beside core, which is always there; in any order
 * @param given settings from the file, by key
 * @param environment the environment variables
 * @param driven true when events, jobs and live fields run only on request, as tests need it
 * @param pages of the starter's own
 */
public record HostOptions(
        Path home,
        List<Plugin> plugins,
        Map<String, String> given,
        Map<String, String> environment,
        InstantSource clock,
        boolean driven,
        Pages pages) {
    public HostOptions {
        plugins = List.copyOf(plugins);
        given = Map.copyOf(given);
        environment = Map.copyOf(environment);
    }
}
