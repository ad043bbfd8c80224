package news.piton.articles.internal.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import news.piton.articles.ArticleStatus;
import news.piton.core.fault.Outcome;
import news.piton.core.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Moment HERE = new Moment(NOW, ZoneId.of("America/St_Lucia"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Budget 2027: $62 million!|budget-2027-62-million",
                "Père Labat’s Übung|pere-labats-ubung",
                "Straße & Łódź|strasse-lodz",
                "天気|article",
                "--- a --- b ---|a-b"
            })
    void makes_slugs_of_headlines(String headline, String slug) {
        assertEquals(slug, Slug.from(headline, "article").text());
    }

    @Test
    void cuts_long_slugs_at_a_word_and_leaves_room_for_a_number() {
        Slug slug = Slug.from("word ".repeat(60), "article");
        assertEquals(99, slug.text().length());
        assertEquals("word", slug.text().substring(95));
        assertEquals(true, slug.numbered(12).text().endsWith("-12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a--b", "-a", "a b", "ä"})
    void refuses_what_is_no_slug(String text) {
        assertThrows(Invalid.class, () -> new Slug(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b\u2060\u00ad", "\u3164", "\u2800 \u200d"})
    void refuses_headlines_in_which_nothing_is_to_be_seen(String text) {
        assertEquals(
                "BLANK", assertThrows(Invalid.class, () -> new Headline(text)).code());
    }

    @Test
    void counts_an_emoji_as_one_character() {
        assertEquals(500, new Headline("\uD83C\uDF34".repeat(250)).text().length());
        assertThrows(Invalid.class, () -> new Headline("\uD83C\uDF34".repeat(251)));
    }

    @Test
    void tidies_headlines() {
        assertEquals("One line é", new Headline("  One\n\tline\u0000 e\u0301\u202e ").text());
        assertEquals("A B", new Headline("A \ud800B").text());
        assertEquals("Still one line", new Headline("Still\u2028one\u2029\u2029line\u2028").text());
        assertEquals(
                "BLANK",
                assertThrows(Invalid.class, () -> new Headline(" \u200e\n".replace("\u200e", "")))
                        .code());
    }

    @Test
    void dates_permalinks_by_the_newsrooms_day() {
        Permalinks permalinks = new Permalinks(new Site(
                "Herald", URI.create("https://herald.example"), ZoneId.of("America/St_Lucia"), "a@herald.example"));
        assertEquals(
                URI.create("https://herald.example/2026/11/23/late-news"),
                permalinks.url(1, "late-news", Instant.parse("2026-11-24T03:59:00Z")));
        assertEquals(
                true, permalinks.url(1, "late-news", null).toString().startsWith("https://herald.example/drafts/"));
        assertEquals("/2020/01/02/old", Permalinks.normalised("https://old.example/2020/01/02/old/#top"));
        assertEquals("/?p=123", Permalinks.normalised("https://old.example/?p=123"));
        assertEquals("/a?p=1", Permalinks.normalised("/a//?p=1"));
        assertNull(Permalinks.normalised("https://old.example/"));
    }

    @Test
    void wastes_no_time_on_endless_addresses() {
        String endless = "/".repeat(1_000_000) + "x";
        assertNull(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Permalinks.normalised(endless)));
    }

    @Test
    @Timeout(20)
    void refuses_a_pile_of_marks_that_is_too_long_before_it_sorts_them() {
        String pile = "a" + "\u0316\u0300".repeat(500_000);
        assertEquals(
                "TOO_LONG",
                assertThrows(Invalid.class, () -> new Headline(pile)).code());
        assertEquals(
                "TOO_LONG",
                assertThrows(Invalid.class, () -> PlainText.optional("The note", pile, 500))
                        .code());
        assertEquals("\u00e0" + "\u0316".repeat(15) + "\u0300".repeat(14), PlainText.tidy(pile));
    }

    @Test
    @Timeout(20)
    void makes_slugs_of_piles_of_marks_and_of_endless_words_at_once() {
        assertEquals("a", Slug.from("a" + "\u0316\u0300".repeat(500_000), "tag").text());
        assertEquals("a", Slug.from("a" + "\uff9e\u0300".repeat(500_000), "tag").text());
        assertEquals("tag", Slug.from("\u03a3".repeat(200_000), "tag").text());
    }

    @Test
    void knows_where_an_article_may_go_from_each_state() {
        State draft = new State.Draft();
        assertInstanceOf(Outcome.Refused.class, draft.unpublished(new Reason("no"), NOW));
        State review = done(draft.submitted(HERE));
        assertEquals(ArticleStatus.IN_REVIEW, review.status(NOW));
        assertInstanceOf(Outcome.Refused.class, review.submitted(HERE));
        State later = done(review.published(NOW.plusSeconds(60), Change.none(), HERE));
        assertEquals(ArticleStatus.SCHEDULED, later.status(NOW));
        assertEquals(ArticleStatus.PUBLISHED, later.status(NOW.plusSeconds(60)));
        assertInstanceOf(State.Draft.class, done(later.unpublished(new Reason("not yet"), NOW)));
        State published = done(review.published(null, Change.none(), HERE));
        assertInstanceOf(
                Outcome.Refused.class,
                published.published(null, Change.none(), new Moment(NOW.plusSeconds(1), HERE.zone())));
        State back = done(published.unpublished(new Reason("wrong"), NOW.plusSeconds(5)));
        assertEquals(NOW, back.publishedAt());
        assertEquals(
                new State.Published(NOW),
                back.published(null, Change.none(), new Moment(NOW.plus(Duration.ofDays(9)), HERE.zone()))
                                instanceof Outcome.Done<State>(State s)
                        ? s
                        : null);
        assertInstanceOf(Outcome.Refused.class, draft.published(NOW.plus(Duration.ofDays(4_000)), Change.none(), HERE));
    }

    private static State done(Outcome<State> outcome) {
        return switch (outcome) {
            case Outcome.Done<State>(State state) -> state;
            case Outcome.Refused<State> refused -> throw new AssertionError(refused.toString());
        };
    }
}
