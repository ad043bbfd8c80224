package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that addresses are made of: unique, and never longer than they may be. */
class SlugsModuleTest {
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        ArticlesFixture.section(host, "news", "News");
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({"97, 12", "98, 12", "99, 3", "100, 3", "40, 25"})
    void gives_every_article_of_the_same_long_headline_its_own_slug(int length, int articles) {
        String headline = "c".repeat(length);
        Set<String> slugs = new HashSet<>();
        for (int i = 0; i < articles; i++) {
            slugs.add(ArticlesFixture.edit(host, "AUTHOR", "createArticle", ArticlesFixture.input(headline, Map.of()))
                    .ok()
                    .text("/data/createArticle/article/slug"));
        }
        assertEquals(articles, slugs.size(), slugs.toString());
        assertTrue(slugs.contains(headline));
    }

    @ParameterizedTest
    @CsvSource({"97, 12", "99, 3"})
    void imports_every_post_of_the_same_long_slug(int length, int posts) {
        ImportReport report = OldHerald.importInto(
                host,
                export(IntStream.rangeClosed(1, posts)
                        .mapToObj(number -> post(length * 100 + number, "i".repeat(length)))
                        .collect(Collectors.joining())),
                Integer.MAX_VALUE);
        assertTrue(report.complete(), report.text());
        assertEquals("posts " + posts, OldHerald.imported(report));
    }

    private static String export(String items) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>https://long-names.example</wp:base_site_url>
            <wp:base_blog_url>https://long-names.example</wp:base_blog_url>
            """ + items + "</channel></rss>";
    }

    private static String post(int number, String slug) {
        return """
            <item><title>Post %d</title><dc:creator>ann</dc:creator><wp:post_id>%d</wp:post_id>
            <content:encoded>Some words.</content:encoded><wp:post_name>%s</wp:post_name>
            <wp:post_date_gmt>2020-01-02 03:04:05</wp:post_date_gmt><wp:status>publish</wp:status>
            <wp:post_type>post</wp:post_type></item>
            """.formatted(number, number, slug);
    }
}
