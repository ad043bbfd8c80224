package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GraphiQL as a browser gets it: the page, what it loads, its tabs, and nothing from anywhere else. */
class GraphiQlJourneyTest {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static TestHost host;

    @BeforeAll
    static void boot() {
        GraphiQl graphiQl = new GraphiQl();
        host = TestHost.with(Plugins.discover(Path.of("none")).toArray(Plugin[]::new))
                .pages((endpoint, site, clock, modules, settings) -> graphiQl.routes())
                .boot();
        graphiQl.offer(host.host().plugins());
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Test
    void loads_everything_from_this_server() {
        List<String> addresses = LOADED.matcher(got("/graphiql").body())
                .results()
                .map(found -> found.group(1))
                .filter(address -> !address.equals("data:,"))
                .toList();
        assertTrue(addresses.size() >= 6, "found " + addresses);
        for (String address : addresses) {
            assertTrue(address.matches("/[a-z].*"), address);
            if (address.startsWith("/graphiql/")) {
                HttpResponse<String> asset = got(address);
                assertTrue(asset.body().length() > 100, address);
                if (address.endsWith(".css")) {
                    assertTrue(!asset.body().contains("@import")
                            && !asset.body().matches("(?s).*url\\([\"']?(http|//).*"));
                }
            }
        }
    }

    @Test
    void offers_a_tab_for_each_task() throws IOException {
        JsonNode tabs = new ObjectMapper().readTree(got("/graphiql/tabs.json").body());
        assertTrue(tabs.size() >= 8, tabs.toString());
        assertTrue(tabs.findValuesAsText("title").contains("Moderate"), tabs.toString());
    }

    /** The browser is told to load nothing from elsewhere, whatever a script asks for. */
    private static HttpResponse<String> got(String path) {
        HttpResponse<String> answer = host.get(path);
        assertEquals(200, answer.statusCode(), path);
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none';") && !policy.contains("http"), policy);
        return answer;
    }
}
