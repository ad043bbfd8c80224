package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import news.piton.articles.ArticlesFixture;
import news.piton.comments.CommentsFixture;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What cannot be told at the moment is not told to be missing, and no cache keeps it as that. */
class ErrorsJourneyTest {
    private final TestHost host = Visitor.allModules().boot();

    @AutoClose
    private final Visitor visitor = Visitor.of(host);

    private void sql(String statement) throws SQLException {
        try (Connection connection = host.database().dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void outOfOrder(List<String> paths, String table) throws SQLException {
        sql("RENAME TABLE " + table + " TO gone");
        try {
            for (String path : paths) {
                HttpResponse<String> answer = visitor.get(path);
                assertEquals(500, answer.statusCode(), path);
                assertEquals("private, no-store", Visitor.header(answer, "Cache-Control"), path);
            }
        } finally {
            sql("RENAME TABLE gone TO " + table);
        }
    }

    @Test
    void comments_that_cannot_be_read_are_not_missing() throws SQLException {
        String article = ArticlesFixture.publish(host, "Quay reopens");
        String comment = "/comments/" + CommentsFixture.approved(host, article, "At last.");
        String all = "/comments?article=" + article;
        outOfOrder(List.of(comment, all), "comments_comment");
        assertEquals(200, visitor.get(comment).statusCode());
        assertEquals(200, visitor.get(all).statusCode());
    }

    @Test
    void nor_are_tags_and_addresses_of_old() throws SQLException {
        ArticlesFixture.publish(host, "Quay reopens");
        outOfOrder(List.of("/category/quay", "/tag/quay", "/tag/quay/feed"), "articles_tag");
        assertEquals(404, visitor.get("/category/quay").statusCode());
        outOfOrder(List.of("/nowhere", "/2026/01/01/nothing"), "articles_article");
        assertEquals(404, visitor.get("/nowhere").statusCode());
    }
}
