package news.piton.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.piton.core.id.GlobalId;
import news.piton.core.testing.ExportedLines;
import news.piton.core.testing.TestHost;

/** What a host holds, as it exports it, and the events that it has written down. */
final class Held {
    private final TestHost host;
    private final ExportedLines lines;
    /** How often each article was said to be out. */
    final Map<String, Long> announced;

    Held(TestHost host) throws SQLException {
        this.host = host;
        this.lines = host.exportedLines();
        this.announced = column("SELECT JSON_VALUE(payload, '$.articleId') FROM core_event"
                        + " WHERE type = 'articles.article-published.v1'")
                .stream()
                .map(id -> GlobalId.encode("Article", Long.parseLong(id)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = host.database().dataSource().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    List<JsonNode> of(String type) {
        return lines.of(type);
    }

    List<JsonNode> of(String article, String type, String order) {
        return lines.of(type).stream()
                .filter(line -> line.path("article").asText().equals(article))
                .sorted(Comparator.comparingInt(line -> line.path(order).asInt()))
                .toList();
    }
}
