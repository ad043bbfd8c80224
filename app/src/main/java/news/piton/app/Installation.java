package news.piton.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import news.piton.core.host.Host;
import news.piton.core.host.HostOptions;
import news.piton.core.host.Pages;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Refusal;
import news.piton.core.settings.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where this Piton lives and what it is told: the options that all subcommands share. */
final class Installation {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the embedded database and plugins/ live. Default: $PITON_HOME, or .piton here.")
    @Nullable
    Path home;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The YAML file with settings. Default: piton.yaml in the home, or conf/piton.yaml of the"
                    + " distribution.")
    @Nullable
    Path config;

    /** A server, with pages of its own besides the modules'. */
    Host serve(Pages pages) {
        return start(Map.of(), false, pages);
    }

    /**
     * For a command beside the server: it serves nobody, runs no job, brings no sample newspaper into what the operator is
     * about to fill, and tells of an administrator that it had to make.
     */
    Host beside(PrintWriter out) {
        Map<String, String> alone = Map.of("server.host", "127.0.0.1", "server.port", "0", "sample", "false");
        Host host = start(alone, true, Pages.NONE);
        tellOfAdmin(out, host);
        return host;
    }

    /** The password that was made up for the first administrator is told here or never. */
    static void tellOfAdmin(PrintWriter out, Host host) {
        host.madeAdmin().ifPresent(made -> {
            out.println();
            out.println("The first administrator is " + made.member().email() + ".");
            if (made.password() != null) {
                out.println("Password: " + made.password() + " (shown only now; change it after signing in)");
            }
            out.flush();
        });
    }

    private Host start(Map<String, String> overrides, boolean driven, Pages pages) {
        Map<String, String> given = new LinkedHashMap<>(settings());
        given.putAll(overrides);
        Map<String, String> environment = environment(overrides);
        Logging.begin("json".equals(environment.getOrDefault("PITON_LOG_FORMAT", given.get("log.format"))));
        return Host.start(new HostOptions(
                home(), Plugins.discover(plugins()), given, environment, InstantSource.system(), driven, pages));
    }

    Path home() {
        String variable = System.getenv("PITON_HOME");
        Path chosen = home != null ? home : Path.of(variable == null || variable.isBlank() ? ".piton" : variable);
        return chosen.toAbsolutePath().normalize();
    }

    Path plugins() {
        Path beside = distribution("plugins");
        return beside != null && Files.isDirectory(beside) ? beside : home().resolve("plugins");
    }

    /** What a command sets by itself wins over the environment as well. */
    private static Map<String, String> environment(Map<String, String> overrides) {
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        overrides.keySet().forEach(key -> environment.remove(Setting.variable(key)));
        return environment;
    }

    private Map<String, String> settings() {
        Path file = config;
        if (file == null) {
            Path inHome = home().resolve("piton.yaml");
            file = Files.exists(inHome) ? inHome : distribution("conf/piton.yaml");
        } else if (!Files.exists(file)) {
            throw new Refusal("There is no settings file " + file + ".");
        }
        if (file == null || !Files.exists(file)) {
            return Map.of();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return SettingsYaml.read(reader);
        } catch (IOException unreadable) {
            throw new Refusal("The settings file " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** A path beside the launcher; null when Piton runs from a source checkout. */
    private static @Nullable Path distribution(String path) {
        String root = System.getProperty("piton.distribution");
        return root == null ? null : Path.of(root).resolve(path);
    }
}
