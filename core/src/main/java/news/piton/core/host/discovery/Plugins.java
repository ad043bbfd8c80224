package news.piton.core.host.discovery;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.plugin.Refusal;

/** Finds plugins and puts them in order: core first, then whoever is required before whoever
 * requires it, and otherwise the alphabet decides. */
public final class Plugins {
    private Plugins() {}

    /** A plugin with what it says of itself. */
    public record Described(Plugin plugin, PluginDescription description) {
        public String name() {
            return description.name();
        }
    }

    /**
     * Everything on the class path and in the jars of a folder, each jar with a class loader of its own.
     *
     * @param folder need not exist
     * @throws Refusal when a jar cannot be read or holds a broken plugin
     */
    public static List<Plugin> discover(Path folder) {
        List<Plugin> found = new ArrayList<>(load(Plugins.class.getClassLoader(), "the class path"));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .forEach(jar -> found.addAll(loadJar(jar)));
            } catch (IOException unreadable) {
                throw new Refusal(
                        "The plugin folder " + folder + " cannot be read; check its permissions.", unreadable);
            }
        }
        return found;
    }

    private static List<Plugin> loadJar(Path jar) {
        try {
            ClassLoader parent = Plugins.class.getClassLoader();
            // Stays open: the plugin loads classes as long as the server runs.
            ClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent);
            List<Plugin> plugins = load(loader, jar.toString()).stream()
                    .filter(plugin -> plugin.getClass().getClassLoader() == loader)
                    .toList();
            if (plugins.isEmpty()) {
                throw new Refusal("The jar " + jar + " holds no plugin: META-INF/services/" + Plugin.class.getName()
                        + " is missing; remove the jar or mend it.");
            }
            return plugins;
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Plugin> load(ClassLoader loader, String where) {
        try {
            return ServiceLoader.load(Plugin.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new Refusal(
                    "A plugin in " + where + " cannot be loaded (" + broken.getMessage()
                            + "); it may be made for another version of Piton.",
                    broken);
        }
    }

    /** @throws Refusal for a name taken twice, another SPI, a missing or circular requirement */
    public static List<Described> order(List<Plugin> plugins) {
        Map<String, Described> byName = new LinkedHashMap<>();
        for (Plugin plugin : plugins) {
            PluginDescription description = plugin.describe();
            checkAlone(description);
            Described other = byName.put(description.name(), new Described(plugin, description));
            if (other != null) {
                throw new Refusal("Two plugins are called `" + description.name() + "`: "
                        + plugin.getClass().getName() + " and "
                        + other.plugin().getClass().getName()
                        + "; remove one of them.");
            }
        }
        Map<String, Described> ordered = new LinkedHashMap<>();
        byName.values().stream()
                .sorted(Comparator.comparing((Described each) -> !each.name().equals("core"))
                        .thenComparing(Described::name))
                .forEach(plugin -> place(plugin, byName, ordered, List.of()));
        return List.copyOf(ordered.values());
    }

    private static void checkAlone(PluginDescription description) {
        if (!description.name().matches("[a-z][a-z0-9]{1,30}")) {
            throw new Refusal("The plugin name `" + description.name()
                    + "` must be 2 to 31 lower-case letters and digits; rename it.");
        }
        if (description.spi() != Plugin.SPI) {
            throw new Refusal("The plugin `" + description.name() + "` is made for version " + description.spi()
                    + " of the plugin interface, and this Piton has version " + Plugin.SPI
                    + "; get a release of the plugin made for it.");
        }
        if (!description.name().equals("core")) {
            description.settings().forEach(setting -> mustBeOwn(description, "setting", setting.key()));
        }
        description.events().forEach(event -> mustBeOwn(description, "event", event.name()));
    }

    private static void mustBeOwn(PluginDescription description, String what, String name) {
        if (!name.startsWith(description.name() + ".")) {
            throw new Refusal("The " + what + " " + name + " of the plugin `" + description.name() + "` must be called "
                    + description.name() + ".…; rename it.");
        }
    }

    private static void place(
            Described plugin, Map<String, Described> byName, Map<String, Described> ordered, List<String> path) {
        if (ordered.containsKey(plugin.name())) {
            return;
        }
        if (path.contains(plugin.name())) {
            throw new Refusal("The plugins " + String.join(" -> ", path) + " -> " + plugin.name()
                    + " require one another in a circle; one of these requirements must go.");
        }
        List<String> way =
                Stream.concat(path.stream(), Stream.of(plugin.name())).toList();
        for (String required : plugin.description().requires()) {
            Described requirement = byName.get(required);
            if (requirement == null) {
                throw new Refusal("The plugin `" + plugin.name() + "` requires `" + required
                        + "`, which is not installed; install it or remove `" + plugin.name() + "`.");
            }
            place(requirement, byName, ordered, way);
        }
        ordered.put(plugin.name(), plugin);
    }
}
