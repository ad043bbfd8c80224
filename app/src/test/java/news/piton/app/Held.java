package news.piton.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.core.id.GlobalId;
import news.piton.core.testing.TestHost;

/** What a host holds, as it exports it, and the events that it has written down. */
final class Held {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestHost host;
    private final List<JsonNode> lines;
    /** How often each article was said to be out. */
    final Map<String, Long> announced;

    Held(TestHost host) throws SQLException {
        this.host = host;
        this.lines = host.exported("jsonl").lines().map(Held::json).toList();
        this.announced = column("SELECT payload FROM core_event WHERE type = 'articles.article-published.v1'").stream()
                .map(payload -> GlobalId.encode(
                        "Article", json(payload).path("articleId").asLong()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    Stream<JsonNode> lines(String type) {
        return lines.stream().filter(line -> line.path("type").asText().equals(type));
    }

    List<JsonNode> of(String article, String type, String order) {
        return lines(type)
                .filter(line -> line.path("article").asText().equals(article))
                .sorted(Comparator.comparingInt(line -> line.path(order).asInt()))
                .toList();
    }
}
