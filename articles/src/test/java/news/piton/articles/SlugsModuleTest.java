package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that addresses are made of: unique, and never longer than they may be. */
class SlugsModuleTest {
    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

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

    @Test
    void keeps_names_of_other_scripts_apart_and_finds_them_again() {
        String first = tags("Weather", "天気", "経済", "Новости", "C2 Новости");
        assertEquals(5, Set.of(first.split(",")).size(), first);
        assertTrue(first.matches("weather,tag-[0-9a-f]{12},tag-[0-9a-f]{12},tag-[0-9a-f]{12},c2-[0-9a-f]{12}"), first);
        assertEquals(first, tags("weather", "天気", "経済", "НОВОСТИ", "c2 новости"));
    }

    private static String tags(String... names) {
        String create = "mutation($i: CreateArticleInput!) { createArticle(input: $i) { article { tags { slug } }"
                + " userErrors { code message path } } }";
        Reply reply = host.as("EDITOR")
                .send(create, Map.of("i", ArticlesFixture.input("Tagged", Map.of("tags", List.of(names)))))
                .ok();
        return StreamSupport.stream(reply.at("/data/createArticle/article/tags").spliterator(), false)
                .map(tag -> tag.path("slug").asText())
                .collect(Collectors.joining(","));
    }

    @Test
    void opens_sections_and_adds_authors_named_in_other_scripts() {
        assertNotEquals(made("createSection", "section", "天気"), made("createSection", "section", "経済"));
        assertNotEquals(made("createAuthor", "author", "Анна"), made("createAuthor", "author", "Мария"));
    }

    private static String made(String mutation, String what, String name) {
        String slug = host.as("EDITOR")
                .send(
                        "mutation($n: String!) { " + mutation + "(input: {name: $n}) { " + what
                                + " { slug } userErrors { code message } } }",
                        Map.of("n", name))
                .ok()
                .text("/data/" + mutation + "/" + what + "/slug");
        assertTrue(slug.matches(what + "-[0-9a-f]{12}"), slug);
        return slug;
    }

    @Test
    void imports_names_of_other_scripts_as_what_they_are() {
        String labels = "<category domain=\"category\" nicename=\"%d0%bc%d0%b8%d1%80\">Мир</category>"
                + "<category domain=\"post_tag\" nicename=\"%e5%a4%a9\">天気</category>"
                + "<category domain=\"post_tag\" nicename=\"%e7%b5%8c\">経済</category>";
        ImportReport report = OldHerald.importInto(host, export(post(7, "scripts", labels)), Integer.MAX_VALUE);
        assertEquals("", OldHerald.skipped(report));
        Reply reply = host.guest().send("{ article(slug: \"scripts\") { section { name } tags { name } } }");
        assertEquals("Мир", reply.text("/data/article/section/name"));
        assertEquals("天気", reply.text("/data/article/tags/0/name"));
        assertEquals("経済", reply.text("/data/article/tags/1/name"));
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
        return post(number, slug, "");
    }

    private static String post(int number, String slug, String labels) {
        return """
            <item><title>Post %d</title><dc:creator>ann</dc:creator><wp:post_id>%d</wp:post_id>
            <content:encoded>Some words.</content:encoded><wp:post_name>%s</wp:post_name>
            <wp:post_date_gmt>2020-01-02 03:04:05</wp:post_date_gmt><wp:status>publish</wp:status>
            <wp:post_type>post</wp:post_type>%s</item>
            """.formatted(number, number, slug, labels);
    }
}
