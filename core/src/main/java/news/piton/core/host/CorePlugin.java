package news.piton.core.host;

import java.util.Set;
import news.piton.core.audit.AuditEntry;
import news.piton.core.audit.AuditLog;
import news.piton.core.guard.Challenge;
import news.piton.core.guard.Guard;
import news.piton.core.host.web.OutboxRoutes;
import news.piton.core.identity.ApiToken;
import news.piton.core.identity.Identity;
import news.piton.core.identity.Permission;
import news.piton.core.identity.Role;
import news.piton.core.identity.Roles;
import news.piton.core.identity.StaffMember;
import news.piton.core.mail.Mailer;
import news.piton.core.outbox.ParkedDeliveries;
import news.piton.core.outbox.ParkedDelivery;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.token.InstallationSecret;

/**
 * What core itself offers over the endpoint: signing in, staff accounts, API tokens, the audit log, parked deliveries,
 * challenges. The host installs it like any plugin, before all others, and lends it the {@link Roles} of all of them as an API.
 */
public final class CorePlugin implements Plugin {
    static final String NAME = "core";

    @Override
    public PluginDescription describe() {
        var description = PluginDescription.of(NAME, "0.1.0")
                .sdl("graphql/core.graphqls")
                .sdl("graphql/sign-in.graphqls")
                .sdl("graphql/staff.graphqls")
                .sdl("graphql/api-tokens.graphqls")
                .sdl("graphql/audit-log.graphqls")
                .sdl("graphql/deliveries.graphqls")
                .operations("graphiql/staff.graphql", "graphiql/deliveries.graphql")
                .migrations()
                .type("Challenge", Challenge.class)
                .opens("StaffMember", StaffMember.class)
                .type("ApiToken", ApiToken.class)
                .type("Module", InstalledModule.class)
                .type("AuditEntry", AuditEntry.class)
                .type("ParkedDelivery", ParkedDelivery.class)
                .permission(Permission.MANAGE_STAFF)
                .permission(Permission.READ_METRICS)
                .role(new Role(
                        Role.ADMIN,
                        "Runs the installation; has every permission of every module.",
                        Set.of(Permission.MANAGE_STAFF, Permission.READ_METRICS)))
                .setting(InstallationSecret.SECRET);
        Identity.SETTINGS.forEach(description::setting);
        Guard.SETTINGS.forEach(description::setting);
        Mailer.SETTINGS.forEach(description::setting);
        return description.build();
    }

    @Override
    public Contribution install(Platform platform) {
        var identity = Identity.of(
                platform.database(),
                platform.clock(),
                platform.ids(),
                platform.guard(),
                platform.site(),
                platform.settings(),
                platform.api(Roles.class));
        var audit = new AuditLog(platform.database(), platform.ids(), platform.clock());

        var contribution = Contribution.builder()
                .export(Identity.class, identity)
                .export(AuditLog.class, audit)
                .query("challenge", environment -> platform.guard().challenge());
        new StaffQueries(identity, audit).contributeTo(contribution);
        new StaffMutations(identity, audit, platform.database()).contributeTo(contribution);
        new DeliveryOperations(new ParkedDeliveries(platform.outbox(), platform.clock())).contributeTo(contribution);
        new OutboxRoutes(platform.mailer()).contributeTo(contribution);
        identity.jobs().forEach(contribution::job);
        platform.guard().jobs().forEach(contribution::job);
        return contribution.build();
    }
}
