package news.piton.core.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.host.schema.SchemaMerge;
import news.piton.core.plugin.Contribution;

/** What came up, as a short table for whoever started it. */
final class StartupTable {
    private static final List<String> HEAD =
            List.of("module", "version", "fields", "loaders", "handlers", "live", "jobs", "routes", "migrations");

    private StartupTable() {}

    /** @param migrations for each module, how many migrations its history holds and how many ran just now */
    static String of(
            List<Described> plugins,
            Map<String, Contribution> contributions,
            SchemaMerge schema,
            Map<String, String> migrations) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (Described plugin : plugins) {
            Contribution contribution = contributions.get(plugin.name());
            if (contribution != null) {
                rows.add(row(plugin, contribution, schema, migrations.getOrDefault(plugin.name(), "none")));
            }
        }
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(
                                column -> pad(row.get(column), widths[column], column < 2 || column == HEAD.size() - 1))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> row(
            Described plugin, Contribution contribution, SchemaMerge schema, String migrations) {
        long fields =
                schema.fields().values().stream().filter(plugin.name()::equals).count();
        return List.of(
                plugin.name(),
                plugin.description().version(),
                String.valueOf(fields),
                String.valueOf(contribution.loaders().size()),
                String.valueOf(contribution.handlers().size()),
                String.valueOf(contribution.subscriptions().size()),
                String.valueOf(contribution.jobs().size()),
                String.valueOf(contribution.routes().size()),
                migrations);
    }

    private static String pad(String text, int width, boolean left) {
        String space = " ".repeat(width - text.length());
        return left ? text + space : space + text;
    }
}
