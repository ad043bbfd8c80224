package news.piton.comments.internal.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.Stream;
import news.piton.articles.wxr.WxrComment;
import news.piton.articles.wxr.WxrDate;
import news.piton.comments.CommentStatus;
import news.piton.core.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalTest {

    @Test
    void keeps_what_was_decided_on_the_old_site() {
        assertEquals(
                CommentStatus.APPROVED,
                welcome(comment(1, "1", "", 0, "Ann", "x")).status());
        assertEquals(
                CommentStatus.PENDING,
                welcome(comment(1, "0", "comment", 0, "Ann", "x")).status());
    }

    @ParameterizedTest
    @CsvSource({
        "spam, '', text, spam",
        "trash, '', text, in the trash",
        "post-trashed, '', text, in the trash",
        "1, pingback, text, a pingback",
        "1, trackback, text, a trackback",
        "1, order_note, text, 'not a reader''s comment but of the type \"order_note\"'",
        "maybe, '', text, 'in the unknown state \"maybe\"'",
        "1, '', <img src=x>, empty",
    })
    void leaves_out_what_no_reader_wrote_or_nobody_should_see(String approved, String type, String text, String why) {
        assertEquals(new Arrival.LeftOut(why), Arrival.of(comment(1, approved, type, 0, "Ann", text)));
    }

    @Test
    void leaves_out_what_is_longer_than_a_comment_may_be() {
        assertEquals(
                new Arrival.LeftOut("longer than 5000 characters"),
                Arrival.of(comment(1, "1", "", 0, "Ann", "x".repeat(5_001))));
    }

    @Test
    void names_the_nameless_and_shortens_endless_names() {
        assertEquals(
                "Anonymous", welcome(comment(1, "1", "", 0, " ", "x")).author().value());
        assertEquals(
                91,
                welcome(comment(1, "1", "", 0, "n".repeat(3_000), "x"))
                        .author()
                        .value()
                        .length());
        assertEquals(
                "Ann & Sons",
                welcome(comment(1, "1", "", 0, "Ann &amp; Sons", "x")).author().value());
    }

    @ParameterizedTest
    @CsvSource({
        "Ann@Example.org, ann@example.org",
        "ann at example.org, ",
        "'@', ",
        "javascript:alert(1)@, ",
        "'', ",
    })
    void keeps_of_addresses_only_those_that_are(String given, @Nullable String kept) {
        WxrComment comment = new WxrComment(1, "Ann", given, "", new WxrDate(null, null, null), "x", "1", "", 0, 0);
        assertEquals(
                kept == null ? null : new EmailAddress(kept), welcome(comment).email());
    }

    @Test
    void puts_whoever_is_answered_before_the_answers() {
        assertEquals(List.of(1L, 9L, 3L, 2L, 5L), order("3<-9", "1", "9", "2<-3", "5<-2", "1"));
    }

    @Test
    void lets_nobody_out_who_answers_in_a_circle_or_themselves() {
        assertEquals(List.of(7L, 3L, 4L, 6L), order("3<-4", "4<-3", "6<-3", "7<-7"));
    }

    private static List<Long> order(String... numbers) {
        List<Arrival> arrivals = Stream.of(numbers)
                .map(text -> text.split("<-"))
                .map(pair -> comment(
                        Long.parseLong(pair[0]), "1", "", pair.length > 1 ? Long.parseLong(pair[1]) : 0, "Ann", "x"))
                .map(ArrivalTest::welcome)
                .toList();
        return Arrival.parentsFirst(arrivals).stream().map(Arrival::original).toList();
    }

    private static Arrival welcome(WxrComment comment) {
        return assertInstanceOf(Arrival.Welcome.class, Arrival.of(comment)).arrival();
    }

    private static WxrComment comment(long id, String approved, String type, long parent, String author, String text) {
        return new WxrComment(id, author, "", "", new WxrDate(null, null, null), text, approved, type, parent, 0);
    }
}
