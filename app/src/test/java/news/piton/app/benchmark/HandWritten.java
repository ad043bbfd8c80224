package news.piton.app.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import news.piton.core.plugin.Contribution.Route;

/**
 * What the endpoint is measured against: the same two pages by hand, with plain JDBC and a JSON generator, and the same bytes
 * from memory. No schema, no authorisation, no limits: what is left when everything that Piton does is left out.
 */
final class HandWritten {
    private static final JsonFactory JSON = new JsonFactory();
    private final DataSource source;
    private final Map<String, byte[]> memory = new ConcurrentHashMap<>();

    HandWritten(DataSource source) {
        this.source = source;
    }

    List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/benchmark/jdbc/front", (request, response) -> send(response, front())),
                new Route(
                        Method.GET,
                        "/benchmark/jdbc/article/{slug}",
                        (request, response) -> send(
                                response,
                                article(request.path().pathParameters().get("slug")))),
                new Route(
                        Method.GET,
                        "/benchmark/memory/front",
                        (request, response) -> send(response, memory.computeIfAbsent("", slug -> front()))),
                new Route(
                        Method.GET,
                        "/benchmark/memory/article/{slug}",
                        (request, response) -> send(
                                response,
                                memory.computeIfAbsent(
                                        request.path().pathParameters().get("slug"), this::article))),
                new Route(Method.GET, "/benchmark/memory/page", (request, response) -> {
                    boolean compressed = request.headers().contains(HeaderNames.ACCEPT_ENCODING);
                    String path = request.query().get("path");
                    byte[] page = memory.computeIfAbsent(
                            path + compressed, key -> page(request.localPeer().port(), path, compressed));
                    response.headers().contentType(MediaTypes.TEXT_HTML);
                    if (compressed) {
                        response.header(HeaderNames.CONTENT_ENCODING, "gzip");
                    }
                    response.send(page);
                }));
    }

    /** A page of the reader site as it is now. */
    private static byte[] page(int port, String path, boolean compressed) {
        try {
            return new Load(port, List.of()).bytes(compressed ? Load.get(path, Growth.COMPRESSED) : Load.get(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void send(ServerResponse response, byte[] json) {
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.send(json);
    }

    private byte[] article(String slug) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
        try (Connection connection = source.getConnection();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeObjectFieldStart("article");
            long id;
            try (PreparedStatement select = connection.prepareStatement(
                    "select a.id, a.headline, a.standfirst, a.published_at, b.html, s.name from articles_article a"
                        + " join articles_body b on b.article_id = a.id join articles_section s on s.id = a.section_id"
                        + " where a.slug = ? and a.state = 'PUBLISHED'")) {
                select.setString(1, slug);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    id = row.getLong(1);
                    json.writeStringField("headline", row.getString(2));
                    json.writeStringField("standfirst", row.getString(3));
                    json.writeStringField("publishedAt", time(row, 4));
                    json.writeObjectFieldStart("body");
                    json.writeStringField("html", row.getString(5));
                    json.writeEndObject();
                    json.writeObjectFieldStart("section");
                    json.writeStringField("name", row.getString(6));
                    json.writeEndObject();
                }
            }
            writeTags(json, tags(connection, List.of(id)).getOrDefault(id, List.of()));
            json.writeObjectFieldStart("comments");
            json.writeArrayFieldStart("nodes");
            try (PreparedStatement select = connection.prepareStatement(
                    "select author_name, body, posted_at from comments_comment where article_id = ? and parent_id is"
                            + " null and shown = 1 order by posted_at, id limit 20")) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        json.writeStartObject();
                        json.writeObjectFieldStart("author");
                        json.writeStringField("name", row.getString(1));
                        json.writeEndObject();
                        json.writeObjectFieldStart("body");
                        json.writeStringField("html", "<p>" + row.getString(2) + "</p>");
                        json.writeEndObject();
                        json.writeStringField("postedAt", time(row, 3));
                        json.writeEndObject();
                    }
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private byte[] front() {
        record Story(long id, String slug, String headline, String standfirst, String publishedAt) {}
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
        try (Connection connection = source.getConnection();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            List<Story> stories = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "select id, slug, headline, standfirst, published_at from articles_article"
                                    + " where state = 'PUBLISHED' order by listed_at desc, id desc limit 20");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stories.add(new Story(
                            row.getLong(1), row.getString(2), row.getString(3), row.getString(4), time(row, 5)));
                }
            }
            Map<Long, List<String[]>> tags =
                    tags(connection, stories.stream().map(Story::id).toList());
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeObjectFieldStart("articles");
            json.writeArrayFieldStart("nodes");
            for (Story story : stories) {
                json.writeStartObject();
                json.writeStringField("slug", story.slug());
                json.writeStringField("headline", story.headline());
                json.writeStringField("standfirst", story.standfirst());
                json.writeStringField("publishedAt", story.publishedAt());
                writeTags(json, tags.getOrDefault(story.id(), List.of()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<Long, List<String[]>> tags(Connection connection, List<Long> articles) throws SQLException {
        Map<Long, List<String[]>> tags = new LinkedHashMap<>();
        String marks = "?" + ", ?".repeat(articles.size() - 1);
        try (PreparedStatement select = connection.prepareStatement(
                "select g.article_id, t.name, t.slug from articles_tagging g join articles_tag t on t.id = g.tag_id"
                        + " where g.article_id in (" + marks + ") order by g.article_id, g.position")) {
            for (int i = 0; i < articles.size(); i++) {
                select.setLong(i + 1, articles.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tags.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new String[] {row.getString(2), row.getString(3)});
                }
            }
        }
        return tags;
    }

    private static void writeTags(JsonGenerator json, List<String[]> tags) throws IOException {
        json.writeArrayFieldStart("tags");
        for (String[] tag : tags) {
            json.writeStartObject();
            json.writeStringField("name", tag[0]);
            json.writeStringField("slug", tag[1]);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class)
                .toInstant(ZoneOffset.UTC)
                .toString();
    }
}
