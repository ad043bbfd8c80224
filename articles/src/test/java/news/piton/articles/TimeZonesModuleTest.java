package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the newsroom's zone dates and tells, instants decide, and the machine's zone does not matter. */
class TimeZonesModuleTest {
    private static final TimeZone MACHINE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(MACHINE);
    }

    private static TestHost boot(String machine, String newsroom) {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        TestHost host = TestHost.with(new ArticlesPlugin())
                .setting("site.time-zone", newsroom)
                .boot();
        ArticlesFixture.section(host, "news", "News");
        return host;
    }

    private static Reply publish(TestHost host, String id, String at) {
        return ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", id, "at", at));
    }

    @ParameterizedTest
    @CsvSource({"UTC", "America/New_York", "Europe/London", "Pacific/Kiritimati"})
    void dates_permalinks_by_the_newsrooms_days_on_which_clocks_change(String machine) {
        Map<String, List<String>> moments = Map.of(
                "America/New_York",
                List.of(
                        // clocks go forward at 07:00 UTC on 14 March 2027, and back at 06:00 UTC on 7 November
                        "2027-03-14T04:59:59Z /2027/03/13/",
                        "2027-03-14T05:00:00Z /2027/03/14/",
                        "2027-03-14T02:30:00Z /2027/03/13/",
                        "2027-03-14T06:59:59.999999Z /2027/03/14/",
                        "2027-03-14T07:00:00Z /2027/03/14/",
                        "2027-03-15T03:59:59Z /2027/03/14/",
                        "2027-03-15T04:00:00Z /2027/03/15/",
                        "2027-11-07T03:59:59Z /2027/11/06/",
                        "2027-11-07T04:00:00Z /2027/11/07/",
                        "2027-11-07T05:30:00Z /2027/11/07/",
                        "2027-11-07T06:30:00Z /2027/11/07/",
                        "2027-11-08T04:59:59Z /2027/11/07/",
                        "2027-11-08T05:00:00Z /2027/11/08/"),
                "Europe/London",
                List.of(
                        // at 01:00 UTC on 28 March and on 31 October
                        "2027-03-28T01:30:00Z /2027/03/28/",
                        "2027-03-28T22:59:59Z /2027/03/28/",
                        "2027-03-28T23:00:00Z /2027/03/29/",
                        "2027-10-30T23:00:00Z /2027/10/31/",
                        "2027-10-31T00:30:00Z /2027/10/31/",
                        "2027-10-31T01:30:00Z /2027/10/31/",
                        "2027-10-31T23:59:59Z /2027/10/31/",
                        "2027-11-01T00:00:00Z /2027/11/01/"));
        moments.forEach((newsroom, times) -> {
            try (TestHost host = boot(machine, newsroom)) {
                host.clock().set(Instant.parse("2028-01-15T12:00:00Z"));
                for (String each : times) {
                    String at = each.split(" ")[0];
                    String id = ArticlesFixture.draft(host, "On the day");
                    Reply published = publish(host, id, at).ok();
                    URI url = URI.create(published.text("/data/publishArticle/article/url"));
                    assertTrue(url.getPath().startsWith(each.split(" ")[1]), each + ": " + url);
                    assertEquals(
                            Instant.parse(at),
                            Instant.parse(published.text("/data/publishArticle/article/publishedAt")));
                    assertEquals(
                            id,
                            host.guest()
                                    .send("query($p: String!) { article(path: $p) { id } }", Map.of("p", url.getPath()))
                                    .ok()
                                    .text("/data/article/id"));
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"UTC", "America/New_York", "Pacific/Kiritimati"})
    void opens_each_at_its_own_pass_of_the_repeated_hour_and_says_which(String machine) {
        try (TestHost host = boot(machine, "America/New_York")) {
            host.clock().set(Instant.parse("2027-11-07T05:00:00Z"));
            String first = ArticlesFixture.draft(host, "Half past one, summer time");
            String second = ArticlesFixture.draft(host, "Half past one again");
            publish(host, first, "2027-11-07T05:30:00Z").ok();
            publish(host, second, "2027-11-07T06:30:00Z").ok();
            assertEquals("[]", open(host));
            host.clock().set(Instant.parse("2027-11-07T05:30:00Z"));
            assertEquals("[\"Half past one, summer time\"]", open(host));
            host.clock().set(Instant.parse("2027-11-07T06:29:59.999999Z"));
            assertEquals("[\"Half past one, summer time\"]", open(host));
            host.runJob("articles.announce-due");
            assertEquals(1, ArticlesFixture.announcements(host));
            host.clock().set(Instant.parse("2027-11-07T06:30:00Z"));
            assertEquals("[\"Half past one again\",\"Half past one, summer time\"]", open(host));
            host.runJob("articles.announce-due");
            assertEquals(2, ArticlesFixture.announcements(host));
            assertEquals(
                    List.of("This article has been published since 7 November 2027, 01:30 EDT."),
                    publish(host, first, "2027-11-07T05:30:00Z").userErrorMessages());
            assertEquals(
                    List.of("This article has been published since 7 November 2027, 01:30 EST."),
                    publish(host, second, "2027-11-07T05:30:00Z").userErrorMessages());
        }
    }

    @ParameterizedTest
    @CsvSource({"UTC", "America/New_York", "Pacific/Kiritimati"})
    void ends_an_embargo_right_after_the_hour_that_the_clocks_leave_out(String machine) {
        try (TestHost host = boot(machine, "America/New_York")) {
            host.clock().set(Instant.parse("2027-03-14T01:00:00Z"));
            String id = ArticlesFixture.draft(host, "In the gap");
            ArticlesFixture.edit(
                            host,
                            "EDITOR",
                            "embargoArticle",
                            Map.of("id", id, "until", "2027-03-14T07:00:00Z", "reason", "Until three, their time"))
                    .ok();
            Reply early = publish(host, id, "2027-03-14T06:59:59Z");
            assertEquals(List.of("EMBARGOED"), early.userErrorCodes());
            assertTrue(
                    early.userErrorMessages().getFirst().contains("until 14 March 2027, 03:00 EDT."),
                    early.userErrorMessages().toString());
            publish(host, id, "2027-03-14T07:00:00Z").ok();
            host.clock().set(Instant.parse("2027-03-14T07:00:00Z"));
            assertEquals("[\"In the gap\"]", open(host));
        }
    }

    private static String open(TestHost host) {
        return host.guest()
                .send("{ articles { nodes { headline } } }")
                .ok()
                .at("/data/articles/nodes")
                .findValues("headline")
                .toString()
                .replace("\", \"", "\",\"");
    }
}
