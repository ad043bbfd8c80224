package news.piton.core.host;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.core.database.Database;
import news.piton.core.guard.Guard;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.id.Ids;
import news.piton.core.identity.Permission;
import news.piton.core.identity.Role;
import news.piton.core.identity.Roles;
import news.piton.core.mail.Mailer;
import news.piton.core.outbox.EventType;
import news.piton.core.outbox.Outbox;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Refusal;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;
import news.piton.core.token.InstallationSecret;
import news.piton.core.token.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What core lends to plugins, put together once the tables are there. */
record Services(
        Database database,
        Outbox outbox,
        InstantSource clock,
        Ids ids,
        Tokens tokens,
        Mailer mailer,
        Guard guard,
        Site site,
        Path home,
        Settings settings,
        Roles roles) {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    static Services of(
            Database database, InstantSource clock, Settings settings, Site site, Path home, List<Described> plugins) {
        Ids ids = new Ids(clock);
        Tokens tokens = InstallationSecret.tokens(settings, database);
        return new Services(
                database,
                new Outbox(database, clock, ids, published(plugins)::contains),
                clock,
                ids,
                tokens,
                new Mailer(settings, site, database, ids, clock),
                new Guard(settings, tokens, database, clock),
                site,
                home,
                settings,
                roles(plugins));
    }

    private static Set<String> published(List<Described> plugins) {
        return plugins.stream()
                .flatMap(plugin -> plugin.description().events().stream())
                .map(EventType::name)
                .collect(Collectors.toSet());
    }

    private static Roles roles(List<Described> plugins) {
        List<Permission> permissions = plugins.stream()
                .flatMap(plugin -> plugin.description().permissions().stream())
                .toList();
        List<Role> roles = plugins.stream()
                .flatMap(plugin -> plugin.description().roles().stream())
                .toList();
        return Roles.of(permissions, roles);
    }

    /** Installs a plugin, which sees the APIs of those that it requires. */
    Contribution install(Described plugin, Map<String, Contribution> installed) {
        Map<Class<?>, Object> apis = new HashMap<>(Map.of(Roles.class, roles));
        plugin.description().requires().forEach(required -> {
            Contribution contribution = installed.get(required);
            if (contribution != null) {
                apis.putAll(contribution.exports());
            }
        });
        Path folder = home.resolve("made").resolve(plugin.name());
        Settings own = settings.only(plugin.description().settings());
        try {
            return plugin.plugin()
                    .install(
                            new Platform(database, outbox, clock, ids, tokens, mailer, guard, site, folder, own, apis));
        } catch (Refusal asIs) {
            throw asIs;
        } catch (RuntimeException | LinkageError failed) {
            LOG.error("The plugin `{}` failed to install", plugin.name(), failed);
            throw new Refusal(
                    "The plugin `" + plugin.name() + "` failed to install (" + failed.getMessage()
                            + "); remove it or get a release made for this Piton.",
                    failed);
        }
    }
}
