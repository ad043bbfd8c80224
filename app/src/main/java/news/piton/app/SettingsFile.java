package news.piton.app;

import java.util.concurrent.Callable;
import news.piton.core.host.Host;
import news.piton.core.host.discovery.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the settings file of this very installation, plugins included. */
@Command(
        name = "settings",
        description = "Prints a settings file that documents every setting, those of plugins too.",
        mixinStandardHelpOptions = true)
final class SettingsFile implements Callable<Integer> {
    @Mixin
    Installation installation = new Installation();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(SettingsYaml.write(Host.settings(Plugins.discover(installation.plugins()))));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
