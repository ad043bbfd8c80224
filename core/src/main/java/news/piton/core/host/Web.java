package news.piton.core.host;

import graphql.schema.GraphQLSchema;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import news.piton.core.audit.AuditLog;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.guard.ClientAddresses;
import news.piton.core.host.execution.Answer;
import news.piton.core.host.execution.EventTap;
import news.piton.core.host.execution.Measures;
import news.piton.core.host.execution.Remembered;
import news.piton.core.host.exporting.ExportEndpoint;
import news.piton.core.host.exporting.ExportRunner;
import news.piton.core.host.http.AccessLog;
import news.piton.core.host.http.BodyReader;
import news.piton.core.host.http.EndpointSettings;
import news.piton.core.host.http.Framing;
import news.piton.core.host.http.GraphQlEndpoint;
import news.piton.core.host.http.LastResort;
import news.piton.core.host.http.ListenerLimits;
import news.piton.core.host.http.Observation;
import news.piton.core.host.importing.ImportEndpoint;
import news.piton.core.host.importing.ImportRunner;
import news.piton.core.host.schema.SchemaWiring;
import news.piton.core.identity.Identity;
import news.piton.core.identity.Viewer;
import news.piton.core.job.JobRuns;
import news.piton.core.job.Jobs;
import news.piton.core.outbox.Dispatcher;
import news.piton.core.outbox.EventTail;
import news.piton.core.outbox.EventType;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Contribution.Live;
import news.piton.core.plugin.Contribution.Route;
import news.piton.core.plugin.Contribution.StaffUse;
import news.piton.core.plugin.Form;
import news.piton.core.plugin.Refusal;
import news.piton.core.settings.Settings;

/** Takes the port: the endpoint, what observes it, the modules' routes, the starter's pages, all behind a {@link Gate}. */
record Web(
        HostOptions options,
        DatabaseServer database,
        Services services,
        Identity identity,
        AuditLog audit,
        Closing closing) {

    WebServer open(
            GraphQLSchema schema,
            Map<String, Contribution> contributions,
            Dispatcher dispatcher,
            EventTail tail,
            Jobs jobs,
            ImportRunner imports,
            ExportRunner exports,
            Gate gate) {
        Settings settings = services.settings();
        Measures measures = measures(dispatcher, jobs);
        Callers callers = new Callers(identity.authentication(), new ClientAddresses(settings));
        List<Loader<?, ?>> loaders = contributions.values().stream()
                .<Loader<?, ?>>flatMap(each -> each.loaders().stream())
                .toList();
        Map<String, Live<?>> subscriptions = new HashMap<>();
        contributions.values().forEach(each -> subscriptions.putAll(each.subscriptions()));
        GraphQlEndpoint endpoint = new GraphQlEndpoint(new GraphQlEndpoint.Parts(
                schema,
                SchemaWiring.print(schema),
                loaders,
                callers::identify,
                this::mayIntrospect,
                subscriptions,
                tap(tail),
                settings,
                measures));

        ImportEndpoint importEndpoint = new ImportEndpoint(imports, callers::of, audit, settings);
        HttpRouting.Builder routing = HttpRouting.builder()
                .addFilter(new Framing())
                .addFilter(new AccessLog())
                .addFilter(gate)
                .addFilter(callers::supply)
                .addFilter(forms(new BodyReader(settings)))
                .error(RuntimeException.class, new LastResort())
                .register(endpoint)
                .register(importEndpoint)
                .register(new ExportEndpoint(exports, callers::of, audit))
                .register(new Observation(measures, healthChecks(contributions), callers::of, settings));
        contributions.values().forEach(each -> each.routes().forEach(route -> add(routing, route)));
        Endpoint inProcess = inProcess(endpoint, callers);
        List<Route> pages =
                options.pages().routes(inProcess, services.site(), options.clock(), contributions.keySet(), settings);
        ContributionAudit.checkPages(contributions, pages);
        pages.forEach(route -> add(routing, route));

        WebServerConfig.Builder server = WebServer.builder()
                .host(settings.get(HostSettings.SERVER_HOST))
                .port(settings.get(HostSettings.SERVER_PORT))
                .shutdownHook(false)
                .shutdownGracePeriod(Host.LONGEST_STOP)
                .routing(routing);
        ListenerLimits.apply(settings, server);
        WebServer web = start(server.build(), settings);
        closing.add(web::stop);
        closing.add(endpoint);
        closing.add(importEndpoint);
        closing.add(gate);
        return web;
    }

    private void add(HttpRouting.Builder routing, Route route) {
        StaffUse staff = route.staff();
        Handler handler = staff == null ? route.handler() : new StaffRoute(route.handler(), staff, audit);
        routing.route(route.method(), route.path(), handler);
    }

    private static Endpoint inProcess(GraphQlEndpoint endpoint, Callers callers) {
        return new Endpoint() {
            @Override
            public Answer ask(ServerRequest request, String document, Map<String, Object> variables) {
                return endpoint.ask(request, callers::of, document, variables);
            }

            @Override
            public void follow(String document, Map<String, Object> variables, Consumer<Answer> listener) {
                endpoint.follow(callers::here, document, variables, listener);
            }
        };
    }

    /** Lets routes read the form that a request brings. */
    private static Filter forms(BodyReader bodies) {
        return (chain, request, response) -> {
            request.context().supply(Form.Reader.class, () -> bodies.form(request));
            chain.proceed();
        };
    }

    /** Helidon only logs that it cannot listen, and returns as if it could. */
    private static WebServer start(WebServer server, Settings settings) {
        WebServer started = server.start();
        if (!started.isRunning()) {
            throw new Refusal("Piton cannot listen on " + settings.get(HostSettings.SERVER_HOST) + " port "
                    + settings.get(HostSettings.SERVER_PORT)
                    + ": another program does, or the address is not this machine's; stop that program, or change"
                    + " server.port or server.host.");
        }
        return started;
    }

    private boolean mayIntrospect(Caller caller) {
        return database.embedded()
                || EndpointSettings.introspectionForAll(services.settings())
                || caller.viewer() instanceof Viewer.Staff;
    }

    private Measures measures(Dispatcher dispatcher, Jobs jobs) {
        Measures measures = new Measures();
        Observation.watch(measures, database.pool().getHikariPoolMXBean());
        measures.gauge("piton_outbox_owed", "Deliveries that are owed now.", counted(dispatcher::owed));
        measures.gauge(
                "piton_outbox_parked",
                "Deliveries given up until somebody retries them.",
                counted(dispatcher::countParked));
        measures.counter("piton_outbox_delivered_total", "", "Deliveries made by this node.", dispatcher::delivered);
        measures.counter("piton_outbox_failed_total", "", "Attempts that failed on this node.", dispatcher::failed);
        jobs.runs().forEach(job -> watch(measures, job));
        return measures;
    }

    /** What is counted in the database is counted every ten seconds at the most, however often somebody looks. */
    private DoubleSupplier counted(DoubleSupplier count) {
        return new Remembered(count, options.clock(), Duration.ofSeconds(10));
    }

    private static void watch(Measures measures, JobRuns job) {
        String label = "job=\"" + job.name() + "\"";
        measures.gauge(
                "piton_job_failing",
                label,
                "1 when the job's last run on this node failed.",
                () -> failing(job) ? 1 : 0);
        measures.gauge(
                "piton_job_last_run_seconds",
                label,
                "How long the job's last run on this node took.",
                () -> job.lastTook().toNanos() / 1e9);
        measures.counter(
                "piton_job_runs_total",
                label,
                "The job's runs on this node, failed ones included.",
                () -> job.succeeded() + job.failed());
        measures.counter("piton_job_failures_total", label, "The job's failed runs on this node.", job::failed);
    }

    private static boolean failing(JobRuns job) {
        return job.lastFailure()
                .filter(failure -> job.lastSuccess().filter(failure::isBefore).isEmpty())
                .isPresent();
    }

    private Map<String, BooleanSupplier> healthChecks(Map<String, Contribution> contributions) {
        Map<String, BooleanSupplier> checks = new TreeMap<>();
        checks.put("database", services.database()::isReachable);
        contributions.forEach((plugin, contribution) ->
                contribution.healthChecks().forEach((name, check) -> checks.put(plugin + "." + name, check)));
        return checks;
    }

    private static EventTap tap(EventTail tail) {
        return new EventTap() {
            @Override
            public <E extends Record> AutoCloseable follow(EventType<E> type, Consumer<E> listener) {
                return tail.follow(type, listener);
            }
        };
    }
}
