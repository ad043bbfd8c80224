package news.piton.app;

import news.piton.core.plugin.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code bin/piton}. */
@Command(
        name = "piton",
        description = "A news publishing system: one process, one GraphQL endpoint.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {Serve.class, Import.class, Export.class, StaffCommand.class, SettingsFile.class})
public final class Main implements Runnable {
    /** A refusal of what the operator asked for, as opposed to a usage error (2) or a bug (1). */
    static final int REFUSED = 3;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof Refusal) {
                if (line.getCommand() instanceof Serve) {
                    line.getErr().println("Piton does not start.");
                }
                line.getErr().println(failure.getMessage());
                return REFUSED;
            }
            throw failure;
        });
    }

    /** Without a subcommand: how to use it. */
    @Override
    public void run() {
        new CommandLine(this).usage(System.err);
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Piton " + (version == null ? "(built from source)" : version)};
        }
    }
}
