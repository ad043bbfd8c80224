package news.piton.core.host.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.plugin.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
    @Test
    void installs_core_first_and_whoever_is_required_before_whoever_requires_it() {
        assertEquals(
                List.of("core", "news", "chat", "zoo"),
                names(plugin("chat", "news"), plugin("zoo"), plugin("news"), plugin("core")));
    }

    @Test
    void refuses_two_plugins_of_one_name() {
        assertTrue(refusal(plugin("chat"), plugin("chat")).contains("Two plugins are called `chat`"));
    }

    @Test
    void refuses_a_plugin_whose_requirement_is_not_there() {
        assertEquals(
                "The plugin `chat` requires `news`, which is not installed; install it or remove `chat`.",
                refusal(plugin("chat", "news")));
    }

    @Test
    void refuses_a_circle_and_names_it() {
        assertTrue(refusal(plugin("a1", "b1"), plugin("b1", "c1"), plugin("c1", "a1"))
                .contains("a1 -> b1 -> c1 -> a1"));
    }

    @Test
    void refuses_a_plugin_made_for_another_spi() {
        Plugin old = made(PluginDescription.of("chat", "1").spi(99).build());
        assertTrue(refusal(old).contains("`chat` is made for version 99"));
    }

    @Test
    void refuses_a_name_that_cannot_begin_a_table() {
        assertTrue(refusal(plugin("Chat-Room")).contains("lower-case"));
    }

    @Test
    void refuses_a_jar_that_holds_no_plugin(@TempDir Path folder) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve("empty.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("nothing.txt"));
        }
        Refusal refusal = assertThrows(Refusal.class, () -> Plugins.discover(folder));
        assertTrue(refusal.getMessage().contains("empty.jar holds no plugin"));
    }

    private static List<String> names(Plugin... plugins) {
        return Plugins.order(List.of(plugins)).stream()
                .map(Plugins.Described::name)
                .toList();
    }

    private static String refusal(Plugin... plugins) {
        return assertThrows(Refusal.class, () -> Plugins.order(List.of(plugins)))
                .getMessage();
    }

    private static Plugin plugin(String name, String... requires) {
        return made(PluginDescription.of(name, "1.0.0").requires(requires).build());
    }

    private static Plugin made(PluginDescription description) {
        return new Plugin() {
            @Override
            public PluginDescription describe() {
                return description;
            }

            @Override
            public Contribution install(Platform platform) {
                return Contribution.builder().build();
            }
        };
    }
}
