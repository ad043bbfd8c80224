package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.piton.core.host.Host;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings file of the distribution is written by Piton itself, so that it lists every setting and no other. */
class SettingsFileTest {
    private static final String AGAIN =
            "The modules' settings have changed; write their file again: mvn -Prun -Dpiton.arguments=\"settings --to"
                    + " app/src/main/conf/piton.yaml\"";

    @TempDir
    Path noPlugins;

    @Test
    void lists_the_settings_of_all_modules() throws IOException {
        assertEquals(SettingsYaml.write(declared()), Files.readString(Path.of("src/main/conf/piton.yaml")), AGAIN);
    }

    @Test
    void starts_piton_as_it_is_whichever_modules_are_left_out() throws IOException {
        Map<String, String> given = SettingsYaml.read(new StringReader(SettingsYaml.write(declared())));
        assertDoesNotThrow(() -> Settings.read(Host.settings(List.of()), given, Map.of()));
    }

    @Test
    void sets_what_it_says_once_the_signs_are_taken_away() throws IOException {
        String chosen = SettingsYaml.write(declared()).replaceAll("(?m)^( *)# ([a-z0-9-]+: \\S+( \\S+){0,3})$", "$1$2");
        Map<String, String> given = SettingsYaml.read(new StringReader(chosen));
        for (Setting<?> setting : declared()) {
            assertEquals(setting.usual(), given.get(setting.key()), setting.key());
        }
        assertDoesNotThrow(() -> Settings.read(declared(), given, Map.of()));
    }

    private List<Setting<?>> declared() {
        return Host.settings(Plugins.discover(noPlugins));
    }
}
