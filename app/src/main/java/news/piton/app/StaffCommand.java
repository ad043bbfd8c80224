package news.piton.app;

import java.io.Console;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.piton.core.audit.AuditLog;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.host.Host;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.Identity;
import news.piton.core.identity.StaffMember;
import news.piton.core.page.Connection;
import news.piton.core.page.PageRequest;
import news.piton.core.plugin.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Staff accounts from the command line: for the first account, and for whoever forgot a password. */
@Command(
        name = "staff",
        description = "Lists and changes staff accounts.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class StaffCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    @Command(name = "list", description = "Lists all accounts.", mixinStandardHelpOptions = true)
    int list(@Mixin Installation installation) {
        try (Host host = installation.beside(spec.commandLine().getOut())) {
            String after = null;
            Connection<StaffMember> page;
            do {
                page = host.api(Identity.class)
                        .directory()
                        .members(PageRequest.of(PageRequest.LARGEST, after, null, null), null);
                page.nodes().forEach(this::show);
                after = page.pageInfo().endCursor();
            } while (page.pageInfo().hasNextPage());
            return 0;
        }
    }

    @Command(name = "create", description = "Creates an account.", mixinStandardHelpOptions = true)
    int create(
            @Mixin Installation installation,
            @Parameters(paramLabel = "EMAIL") String email,
            @Option(names = "--name", required = true, description = "The name that colleagues know.") String name,
            @Option(names = "--role", required = true, description = "A role; can be given again.") List<String> roles,
            @Option(names = "--password", interactive = true, arity = "0..1", description = "Asked for when left out.")
                    String password) {
        String chosen = chosen(password);
        return change(
                installation,
                "createStaffMember",
                Map.of("name", name, "email", email, "roles", roles),
                identity -> identity.createStaffMember().create(name, email, chosen, roles));
    }

    @Command(
            name = "reset-password",
            description = "Sets a new password and ends all sessions.",
            mixinStandardHelpOptions = true)
    int resetPassword(
            @Mixin Installation installation,
            @Parameters(paramLabel = "EMAIL") String email,
            @Option(names = "--password", interactive = true, arity = "0..1", description = "Asked for when left out.")
                    String password) {
        String chosen = chosen(password);
        return change(
                installation,
                "resetPassword",
                Map.of("email", email),
                identity ->
                        identity.resetPassword().reset(member(identity, email).id(), chosen));
    }

    @Command(name = "deactivate", description = "Closes an account.", mixinStandardHelpOptions = true)
    int deactivate(@Mixin Installation installation, @Parameters(paramLabel = "EMAIL") String email) {
        return change(
                installation,
                "deactivateStaffMember",
                Map.of("email", email),
                identity -> identity.deactivateStaffMember()
                        .deactivate(member(identity, email).id(), null));
    }

    /** Makes a change that the audit log tells of, as it does of the mutation of that name. */
    private int change(
            Installation installation,
            String mutation,
            Map<String, ?> input,
            Function<Identity, Outcome<StaffMember>> work) {
        try (Host host = installation.beside(spec.commandLine().getOut())) {
            return shown(host.api(AuditLog.class)
                    .commanded(
                            mutation,
                            input,
                            member -> GlobalId.encode("StaffMember", member.id()),
                            () -> work.apply(host.api(Identity.class))));
        }
    }

    private static StaffMember member(Identity identity, String email) {
        return identity.directory()
                .member(email)
                .orElseThrow(() -> new Refusal("There is no account " + email + "; `piton staff list` shows all."));
    }

    private int shown(Outcome<StaffMember> outcome) {
        return switch (outcome) {
            case Outcome.Done<StaffMember>(StaffMember member) -> {
                show(member);
                yield 0;
            }
            case Outcome.Refused<StaffMember>(List<UserError> errors) -> {
                errors.forEach(error -> spec.commandLine().getErr().println(error.message()));
                yield Main.REFUSED;
            }
        };
    }

    private void show(StaffMember member) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%-32s %-24s %-8s %s%n",
                        member.email(),
                        member.name(),
                        member.active() ? "active" : "closed",
                        String.join(", ", member.roles()));
    }

    private static String chosen(@org.jspecify.annotations.Nullable String given) {
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console == null) {
            throw new Refusal("Give the password with --password; there is no terminal to ask on.");
        }
        return new String(console.readPassword("Password: "));
    }
}
