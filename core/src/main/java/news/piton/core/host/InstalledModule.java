package news.piton.core.host;

import graphql.schema.DataFetcher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.host.schema.SchemaMerge;
import news.piton.core.host.schema.SchemaMerge.FieldName;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Query.modules} tells of a module.
 *
 * @param extended the object types of other modules that it extends; {@code extends} in SDL
 */
record InstalledModule(String name, String version, String status, List<String> extended) {

    /** The fetchers of {@code modules}; the health checks run when a client selects the field. */
    static Map<FieldName, DataFetcher<?>> fetchers(
            List<Described> plugins, Map<String, Contribution> contributions, SchemaMerge merge) {
        DataFetcher<List<InstalledModule>> all = environment -> plugins.stream()
                .map(plugin -> new InstalledModule(
                        plugin.name(),
                        plugin.description().version(),
                        status(contributions.get(plugin.name())),
                        List.copyOf(merge.extended().getOrDefault(plugin.name(), Set.of()))))
                .toList();
        DataFetcher<List<String>> extended = environment ->
                environment.getSource() instanceof InstalledModule module ? module.extended() : List.of();
        return Map.of(new FieldName("Query", "modules"), all, new FieldName("Module", "extends"), extended);
    }

    private static String status(@Nullable Contribution contribution) {
        return contribution == null
                        || contribution.healthChecks().values().stream().allMatch(InstalledModule::passes)
                ? "UP"
                : "DOWN";
    }

    private static boolean passes(BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException failed) {
            return false;
        }
    }
}
