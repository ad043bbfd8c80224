package news.piton.core.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.outbox.EventType;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Contribution.Route;
import news.piton.core.plugin.Refusal;

/** What plugins have contributed, held against each other once all are installed: no two of a name, nothing undeclared. */
final class ContributionAudit {
    private final Map<String, String> owners = new HashMap<>();

    private ContributionAudit() {}

    /** @throws Refusal for the first mistake, in one sentence */
    static void check(List<Described> plugins, Map<String, Contribution> contributions) {
        Set<String> published = plugins.stream()
                .flatMap(plugin -> plugin.description().events().stream())
                .map(EventType::name)
                .collect(Collectors.toSet());
        ContributionAudit audit = new ContributionAudit();
        contributions.forEach((plugin, contribution) -> {
            audit.own(plugin, contribution);
            contribution.handlers().forEach(handling -> mustBePublished(plugin, handling.event(), published));
            contribution.subscriptions().values().forEach(live -> mustBePublished(plugin, live.event(), published));
        });
    }

    /**
     * @param pages the routes of whoever starts the host
     * @throws Refusal for the first that somebody else has
     */
    static void checkPages(Map<String, Contribution> contributions, List<Route> pages) {
        ContributionAudit audit = new ContributionAudit();
        contributions.forEach(
                (plugin, contribution) -> contribution.routes().forEach(route -> audit.route(plugin, route)));
        pages.forEach(route -> audit.route("app", route));
    }

    private void own(String plugin, Contribution contribution) {
        // found by their names alone: of two with one name nobody would know which answers
        contribution.loaders().forEach(loader -> own(plugin, "a loader called " + loader.name()));
        contribution.jobs().forEach(job -> {
            if (!job.name().startsWith(plugin + ".")) {
                throw new Refusal("The job " + job.name() + " of the plugin `" + plugin + "` must be called " + plugin
                        + ".…; rename it.");
            }
            own(plugin, "a job called " + job.name());
        });
        contribution.handlers().forEach(handling -> own(plugin, "a handler called " + plugin + "." + handling.name()));
        contribution.exports().keySet().forEach(type -> own(plugin, "an export of " + type.getName()));
        contribution.routes().forEach(route -> route(plugin, route));
    }

    private void route(String plugin, Route route) {
        String path = route.path().replaceAll("\\{[^}]*}", "{…}");
        own(plugin, "a route for " + route.method().text() + " " + path);
    }

    private void own(String plugin, String what) {
        String other = owners.putIfAbsent(what, plugin);
        if (plugin.equals(other)) {
            throw new Refusal("The plugin `" + plugin + "` brings " + what + " twice; rename one, or drop it.");
        }
        if (other != null) {
            throw new Refusal("The plugins `" + other + "` and `" + plugin + "` both bring " + what
                    + "; one of them must rename it.");
        }
    }

    private static void mustBePublished(String plugin, EventType<?> event, Set<String> published) {
        if (!published.contains(event.name())) {
            throw new Refusal("The plugin `" + plugin + "` listens to the event " + event.name()
                    + ", which no installed plugin declares; name it in publishes(…) where it comes from.");
        }
    }
}
