package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import news.piton.articles.ArticlesFixture;
import news.piton.comments.CommentsFixture;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.mail.Mail;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.HostileTexts;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import news.piton.newsletter.NewsletterFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everything that people may write, said by somebody who means harm, shown by a real browser on every kind of page: nothing of
 * it runs, not even with the Content-Security-Policy switched off, and the policy itself has nothing to complain about.
 */
class HostileBrowserTest {
    private static final int LONGEST_NAME = 60;

    private static TestHost host;
    private static Browsers browsers;
    private static final List<String> texts = HostileTexts.all();
    /** Those whose pages differ in more than the headline. */
    private static final List<String> articles = new ArrayList<>();
    /** By which rules a field was refused, and how often. */
    private static final Map<String, Integer> refused = new TreeMap<>();

    @BeforeAll
    static void write() {
        host = TestHost.with(Plugins.discover(Path.of("none")).toArray(Plugin[]::new))
                .pages(Visitor.site())
                .boot();
        NewsletterFixture.subscribed(host, "reader@example.org");
        ArticlesFixture.section(host, ArticlesFixture.SECTION, "News");
        for (int i = 0; i < texts.size(); i++) {
            String html = publish(i, "HTML");
            String markdown = publish(i, "MARKDOWN");
            articles.add(html);
            if (!body(html).equals(body(markdown))) {
                articles.add(markdown);
            }
            if (i % 10 == 9) {
                mail();
            }
        }
        browsers = Browsers.visiting(host.url("/"));
        browsers.devtools("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Watch.WATCH));
    }

    @AfterAll
    static void close() {
        browsers.close();
        host.close();
    }

    /** Every field of the article is made of the text, but for those that a rule refuses. */
    private static String publish(int number, String format) {
        String text = texts.get(number);
        String name = number + " " + text.substring(0, Math.min(text.length(), LONGEST_NAME));
        Map<String, Object> all = new HashMap<>();
        all.put("headline", number + " " + format + " " + text);
        all.put("section", ArticlesFixture.SECTION);
        all.put("body", Map.of("format", format, "text", "<p>Before.</p>\n\n" + text + "\n\n<p>After.</p>"));
        all.put("standfirst", text);
        all.put("tags", List.of("tag " + name));
        if (taken("Author", Map.of("name", format + " by " + name))) {
            all.put("authors", List.of(format + " by " + name));
        }
        all.put(
                "image",
                Map.of(
                        "url",
                        "https://herald.invalid/x.jpg",
                        "width",
                        600,
                        "height",
                        400,
                        "alt",
                        text,
                        "caption",
                        text,
                        "credit",
                        text));
        if (format.equals("HTML") && taken("Source", Map.of("name", "From " + name, "kind", "GOVERNMENT"))) {
            all.put("source", "From " + name);
        }
        String id = published(all, number + " " + format);
        if (format.equals("HTML")) {
            host.clock().tick(Duration.ofSeconds(70));
            Reply posted = CommentsFixture.send(host.guest(), CommentsFixture.input(host, id, "Me " + name, text));
            if (refused("postComment", posted).isEmpty()) {
                CommentsFixture.approve(host, posted.text("/data/postComment/comment/id"));
            }
        }
        return id;
    }

    private static String body(String id) {
        return host.guest()
                .send("query($id: ID!) { node(id: $id) { ... on Article { body { html } } } }", Map.of("id", id))
                .text("/data/node/body/html");
    }

    private static String published(Map<String, Object> input, String plainHeadline) {
        String create =
                "mutation($i: CreateArticleInput!) { createArticle(input: $i) { article { id } userErrors { code"
                        + " path } } }";
        Reply reply = host.as("EDITOR").send(create, Map.of("i", input));
        List<String> fields = refused("createArticle", reply);
        if (!fields.isEmpty()) {
            input.keySet().removeAll(fields);
            input.putIfAbsent("headline", plainHeadline);
            return published(input, plainHeadline);
        }
        String id = reply.text("/data/createArticle/article/id");
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { publishArticle(input: { id: $id }) { userErrors { code } } }",
                        Map.of("id", id))
                .ok();
        return id;
    }

    private static boolean taken(String what, Map<String, Object> input) {
        String create = "create" + what;
        String mutation =
                "mutation($i: Create" + what + "Input!) { " + create + "(input: $i) { userErrors { code path } } }";
        return refused(create, host.as("EDITOR").send(mutation, Map.of("i", input)))
                .isEmpty();
    }

    /** The fields that were refused; notes by which rules. */
    private static List<String> refused(String mutation, Reply reply) {
        List<String> fields = new ArrayList<>();
        for (JsonNode error : reply.at("/data/" + mutation + "/userErrors")) {
            String field = error.at("/path/1").asText();
            fields.add(field);
            refused.merge(
                    mutation + " " + error.path("path") + " "
                            + error.path("code").asText(),
                    1,
                    Integer::sum);
        }
        return fields;
    }

    private static void mail() {
        String issue = NewsletterFixture.composed(host);
        NewsletterFixture.order(host, "sendIssue", issue);
        host.runJob("newsletter.send-issues");
        host.deliverEvents();
    }

    private static List<String> visit(Chromium browser, String path) {
        browser.open(path);
        return look(browser, path);
    }

    private static List<String> look(Chromium browser, String where) {
        List<String> seen = seen(browser, "http:", true);
        boolean here = "127.0.0.1".equals(browser.address().getHost());
        return seen.isEmpty() && here ? List.of() : List.of(where + " " + seen + " at " + browser.address());
    }

    private static List<String> seen(Chromium browser, String scheme, boolean styles) {
        List<?> seen = (List<?>) browser.runAndWait(Watch.LOOK, scheme, styles);
        return seen.stream().map(String::valueOf).toList();
    }

    private static <T> List<T> every(int nth, Collection<T> all) {
        List<T> some = new ArrayList<>();
        int number = 0;
        for (T each : all) {
            if (number++ % nth == 0) {
                some.add(each);
            }
        }
        return some;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void what_is_refused_is_refused_by_a_rule() {
        assertEquals(Map.of(), refused);
    }

    @Test
    void nothing_runs_on_any_page_not_even_without_the_policy() throws Exception {
        browsers.devtools("Page.setBypassCSP", Map.of("enabled", true));
        Set<String> pages = new ConcurrentSkipListSet<>();
        List<String> wrong = browsers.wrong(articles, (browser, id) -> {
            List<String> seen = visit(browser, ArticlesFixture.path(host, id));
            for (Object link :
                    (List<?>) browser.run("return [...document.querySelectorAll('.tags a, .byline a, .who a')]"
                            + ".map(a => a.getAttribute('href'))")) {
                pages.add(link.toString());
            }
            return seen;
        });
        wrong.addAll(browsers.wrong(every(6, pages), HostileBrowserTest::visit));
        browsers.devtools("Page.setBypassCSP", Map.of("enabled", false));
        assertTrue(articles.size() >= texts.size(), "articles: " + articles.size());
        assertTrue(pages.size() > texts.size(), "tags, authors, comments: " + pages.size());
        assertEquals(List.of(), wrong);
    }

    @Test
    void what_is_looked_for_and_what_is_sent_wrongly_is_shown_again_as_it_was_typed() throws Exception {
        browsers.devtools("Page.setBypassCSP", Map.of("enabled", true));
        List<String> wrong = browsers.wrong(texts, (browser, text) -> visit(browser, "/search?q=" + encoded(text)));
        String article = ArticlesFixture.path(host, articles.getFirst());
        wrong.addAll(browsers.wrong(every(6, texts), (browser, text) -> {
            List<String> seen =
                    new ArrayList<>(visit(browser, "/" + encoded(text).replace("+", "%20")));
            browser.open(article)
                    .arriveBy(() -> browser.run(
                            "const form = document.querySelector('.say'); form.elements.authorName.value ="
                                    + " arguments[0]; form.elements.authorEmail.value = arguments[0];"
                                    + " form.elements.body.value = arguments[0];"
                                    + " HTMLFormElement.prototype.submit.call(form)",
                            text));
            seen.addAll(look(browser, "a form with " + text));
            return seen;
        }));
        browsers.devtools("Page.setBypassCSP", Map.of("enabled", false));
        assertEquals(List.of(), wrong);
    }

    @Test
    void the_policy_has_nothing_to_complain_about() throws Exception {
        List<String> paths = new ArrayList<>(List.of("/"));
        for (String id : every(4, articles)) {
            paths.add(ArticlesFixture.path(host, id));
        }
        List<String> wrong = browsers.wrong(paths, HostileBrowserTest::visit);
        Chromium browser = browsers.first();
        String next = "/section/news";
        while (next != null) {
            wrong.addAll(visit(browser, next));
            next = (String) browser.run("const next = document.querySelector('.pages .older'); return next &&"
                    + " (next.getAttribute('href') || next.querySelector('a').getAttribute('href'))");
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nothing_runs_in_the_newsletter() throws Exception {
        List<String> mails =
                host.mails().stream().map(Mail::html).filter(Objects::nonNull).toList();
        List<String> wrong = browsers.wrong(mails, (browser, html) -> {
            try {
                Path file = Files.createTempFile("issue", ".html");
                Files.writeString(file, html);
                browser.openUrl(file.toUri().toString());
                Files.delete(file);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
            List<String> seen = seen(browser, "cid:", false);
            return seen.isEmpty() ? List.of() : List.of(browser.title() + " " + seen);
        });
        assertTrue(mails.size() >= texts.size() / 10, "issues: " + mails.size());
        assertEquals(List.of(), wrong);
    }
}
