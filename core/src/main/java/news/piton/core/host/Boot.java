package news.piton.core.host;

import com.zaxxer.hikari.HikariDataSource;
import graphql.schema.GraphQLSchema;
import io.helidon.webserver.WebServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.piton.core.audit.AuditLog;
import news.piton.core.database.Database;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.host.exporting.ExportRunner;
import news.piton.core.host.http.EndpointSettings;
import news.piton.core.host.http.Observation;
import news.piton.core.host.importing.ImportEndpoint;
import news.piton.core.host.importing.ImportRunner;
import news.piton.core.host.mutation.IdempotencyStore;
import news.piton.core.host.mutation.Mutations;
import news.piton.core.host.schema.SchemaMerge;
import news.piton.core.host.schema.SchemaWiring;
import news.piton.core.identity.FirstAdmin;
import news.piton.core.identity.Identity;
import news.piton.core.job.Job;
import news.piton.core.job.Jobs;
import news.piton.core.job.Schedule;
import news.piton.core.outbox.Dispatcher;
import news.piton.core.outbox.EventTail;
import news.piton.core.outbox.Subscriber;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Contribution.Handling;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.Refusal;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;

/** The start, step by step. Whatever it opens goes into the closing stack, which a failure anywhere unwinds. */
final class Boot {
    private final HostOptions options;
    private final Closing closing;

    Boot(HostOptions options, Closing closing) {
        this.options = options;
        this.closing = closing;
    }

    Host.Parts run() {
        List<Described> plugins = Plugins.order(withCore(options.plugins()));
        Settings settings = told(() -> Settings.read(declared(plugins), options.given(), options.environment()));
        SchemaMerge merge = SchemaMerge.of(plugins);

        DatabaseServer server = told(() -> DatabaseServer.open(settings, options.home(), closing));
        HikariDataSource pool = server.pool();
        Map<String, String> migrated = Migrate.all(plugins, pool);
        Services services = told(() ->
                Services.of(new Database(pool), options.clock(), settings, site(settings), options.home(), plugins));
        closing.add(services.mailer());
        Map<String, Contribution> contributions = install(plugins, services);
        ContributionAudit.check(plugins, contributions);
        Identity identity = (Identity) exported(contributions, Identity.class);

        IdempotencyStore idempotency = new IdempotencyStore(services.database(), options.clock());
        AuditLog audit = (AuditLog) exported(contributions, AuditLog.class);
        Mutations mutations = new Mutations(services.database(), idempotency, audit);
        GraphQLSchema schema = SchemaWiring.wire(
                merge,
                plugins,
                contributions,
                InstalledModule.fetchers(plugins, contributions, merge),
                mutations::fetcher);

        Dispatcher dispatcher = new Dispatcher(services.outbox(), options.clock(), subscribers(contributions));
        EventTail tail = closing.add(new EventTail(services.outbox(), options.clock()));
        Jobs jobs = new Jobs(pool, options.clock(), jobs(contributions, dispatcher, idempotency));
        if (!options.driven()) {
            dispatcher.start();
            tail.start();
            jobs.start();
        }
        closing.add(() -> dispatcher.stop(Host.LONGEST_STOP));
        closing.add(jobs::stop);

        ImportRunner imports = imports(contributions, services.database());
        ExportRunner exports = new ExportRunner(contributions.values());
        String table = StartupTable.of(plugins, contributions, merge, migrated);
        Gate gate = new Gate();
        WebServer web = new Web(options, server, services, identity, audit, closing)
                .open(schema, contributions, dispatcher, tail, jobs, imports, exports, gate);
        // A password is told once. Nothing after this can refuse the start, and so lose it.
        Optional<FirstAdmin.Made> admin = furnish(settings, services, contributions, identity);
        gate.open();
        return new Host.Parts(
                plugins,
                contributions,
                services,
                schema,
                dispatcher,
                tail,
                jobs,
                imports,
                exports,
                web,
                admin,
                table,
                server.embedded());
    }

    /** Does what fails by the operator's mistakes or the machine's, in sentences made for the operator. */
    private static <T> T told(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException | IllegalStateException sentence) {
            throw new Refusal(String.valueOf(sentence.getMessage()), sentence);
        }
    }

    static List<Plugin> withCore(List<Plugin> plugins) {
        List<Plugin> all = new ArrayList<>(plugins);
        all.add(new CorePlugin());
        return all;
    }

    static List<Setting<?>> declared(List<Described> plugins) {
        return Stream.of(
                        HostSettings.ALL.stream(),
                        EndpointSettings.ALL.stream(),
                        Stream.of(ImportEndpoint.LARGEST_FILE, Observation.METRICS_OPEN),
                        plugins.stream().flatMap(plugin -> plugin.description().settings().stream()))
                .<Setting<?>>flatMap(each -> each)
                .toList();
    }

    private static Site site(Settings settings) {
        return new Site(
                settings.get(HostSettings.SITE_NAME),
                HostSettings.siteUrl(settings),
                settings.get(HostSettings.SITE_TIME_ZONE),
                settings.get(HostSettings.SITE_LANGUAGE),
                settings.get(HostSettings.SITE_MAIL_FROM),
                settings.get(HostSettings.SITE_LOGO).orElse(null),
                settings.get(HostSettings.SITE_HUBS));
    }

    private Map<String, Contribution> install(List<Described> plugins, Services services) {
        Map<String, Contribution> contributions = new LinkedHashMap<>();
        for (Described plugin : plugins) {
            Contribution contribution = services.install(plugin, contributions);
            contributions.put(plugin.name(), contribution);
            contribution.closing().forEach(closing::add);
        }
        return contributions;
    }

    private static ImportRunner imports(Map<String, Contribution> contributions, Database database) {
        List<ImportRunner.Contributed> importers = new ArrayList<>();
        contributions.forEach((plugin, contribution) -> contribution
                .importers()
                .forEach(importer -> importers.add(new ImportRunner.Contributed(plugin, importer))));
        return new ImportRunner(importers, work -> () -> database.rehearse(work), database::countAnew);
    }

    private static Object exported(Map<String, Contribution> contributions, Class<?> type) {
        return contributions.values().stream()
                .flatMap(each -> Optional.ofNullable(each.exports().get(type)).stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<Subscriber<?>> subscribers(Map<String, Contribution> contributions) {
        List<Subscriber<?>> subscribers = new ArrayList<>();
        contributions.forEach((plugin, contribution) ->
                contribution.handlers().forEach(handling -> subscribers.add(subscriber(plugin, handling))));
        return subscribers;
    }

    private static <E extends Record> Subscriber<E> subscriber(String plugin, Handling<E> handling) {
        return new Subscriber<>(plugin + "." + handling.name(), handling.event(), handling.handler());
    }

    private static List<Job> jobs(
            Map<String, Contribution> contributions, Dispatcher dispatcher, IdempotencyStore idempotency) {
        List<Job> jobs = new ArrayList<>();
        contributions.values().forEach(contribution -> jobs.addAll(contribution.jobs()));
        jobs.add(dispatcher.tidying());
        jobs.add(new Job(
                "core.forget-idempotency-keys",
                new Schedule.Every(IdempotencyStore.TIDIED),
                stop -> idempotency.forget()));
        return jobs;
    }

    /** A new, empty installation gets its first administrator and, if wanted, the sample newspaper. */
    private static Optional<FirstAdmin.Made> furnish(
            Settings settings, Services services, Map<String, Contribution> contributions, Identity identity) {
        return services.database().inTransaction(() -> {
            Optional<FirstAdmin.Made> made = told(() -> identity.firstAdmin()
                    .createIfNone(settings.get(HostSettings.ADMIN_EMAIL), settings.get(HostSettings.ADMIN_PASSWORD)));
            if (made.isPresent() && settings.get(HostSettings.SAMPLE)) {
                contributions
                        .values()
                        .forEach(contribution -> contribution.samples().forEach(Runnable::run));
            }
            return made;
        });
    }
}
