package news.piton.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import news.piton.core.host.Host;
import news.piton.core.host.discovery.Plugins;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the settings file of this very installation, plugins included. */
@Command(
        name = "settings",
        description = "Prints a settings file that documents every setting, those of plugins too.",
        mixinStandardHelpOptions = true)
final class SettingsFile implements Callable<Integer> {
    @Mixin
    Installation installation = new Installation();

    @Option(names = "--to", paramLabel = "FILE", description = "Writes the file instead of printing it.")
    @Nullable
    Path to;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String yaml = SettingsYaml.write(Host.settings(Plugins.discover(installation.plugins())));
        if (to != null) {
            Files.writeString(to, yaml);
        } else {
            spec.commandLine().getOut().print(yaml);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
