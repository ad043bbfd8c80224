package news.piton.articles.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.piton.core.plugin.Importer.ImportFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader makes of a whole export, and of the awkward things in it. */
class WxrReaderTest {
    private static final ZoneId ISLAND = ZoneId.of("America/St_Lucia");
    private static final List<WxrRecord> RECORDS = read();

    @Test
    void begins_with_the_site_whatever_comes_later_in_the_file() {
        WxrSite site = assertInstanceOf(WxrSite.class, RECORDS.getFirst());
        assertEquals("The Old Saint Brendan Herald", site.title());
        assertEquals("1.2", site.version());
        assertEquals("old-herald.example", site.origin());
    }

    @Test
    void knows_a_site_again_after_its_address_was_written_differently() {
        assertEquals(origin("http://old-herald.example"), origin("https://WWW.old-herald.example/"));
        assertEquals("islands.example/herald", origin("https://islands.example/herald/"));
    }

    @Test
    void reads_authors_with_and_without_cdata() {
        assertEquals(
                List.of("odette: Odette Fontenelle", "newsdesk: Herald &amp; Sons Newsdesk"),
                all(WxrAuthor.class)
                        .map(author -> author.login() + ": " + author.displayName())
                        .toList());
    }

    @Test
    void reads_terms_with_their_place_in_the_tree() {
        List<WxrTerm> terms = all(WxrTerm.class).toList();
        assertTrue(terms.contains(new WxrTerm(
                "category", 4, "mail-boat", "harbour", "Mail Boat", "A category below a category below a category.")));
        assertTrue(terms.contains(new WxrTerm("post_tag", 21, "budget-2", "", "Budget", "")));
        assertTrue(terms.contains(new WxrTerm("nav_menu", 30, "main-menu", "", "Main menu", "")));
    }

    @Test
    void reads_every_kind_of_item() {
        assertEquals(39, all(WxrItem.class).count());
        assertEquals(
                List.of("attachment", "custom_css", "nav_menu_item", "page", "post", "tide_table"),
                all(WxrItem.class).map(WxrItem::type).distinct().sorted().toList());
    }

    @Test
    void reads_a_post_with_all_that_belongs_to_it() {
        WxrItem post = item(127);
        assertEquals("The budget in blocks", post.title());
        assertEquals("budget-blocks", post.slug());
        assertEquals("https://www.old-herald.example//2018/11/01/budget-blocks/", post.link());
        assertEquals("https://www.old-herald.example/?p=127", post.guid());
        assertEquals("newsdesk", post.creator());
        assertEquals(Optional.of("205"), post.meta("_thumbnail_id"));
        assertEquals(List.of("business", "local-news"), slugs(post.labels("category")));
        assertEquals(List.of("budget-2"), slugs(post.labels("post_tag")));
        assertEquals(
                Optional.of(Instant.parse("2018-11-03T08:00:00Z")),
                post.modified().instant(ISLAND));
        assertTrue(post.content().contains("<!-- wp:pullquote"));
        assertTrue(post.commentsOpen());
    }

    @Test
    void keeps_markup_and_signs_in_titles_as_they_are() {
        assertEquals(
                "Council <em>votes</em> on <b>H<sub>2</sub>O</b> &#8211; again",
                item(105).title());
        assertEquals("Signs ~`!@#$%^&*()-_=+{}[]/\\;:'\"?,.> & all", item(106).title());
        assertEquals("", item(103).title());
    }

    @Test
    void tells_what_is_hidden() {
        assertEquals("mango", item(111).password());
        assertEquals("private", item(115).status());
        assertEquals("trash", item(116).status());
        assertTrue(item(118).sticky());
        assertFalse(item(111).sticky());
    }

    @Test
    void reads_attachments_before_and_after_the_posts_that_use_them() {
        assertEquals(
                "https://www.old-herald.example/wp-content/uploads/2008/06/jetty.jpg",
                item(201).attachmentUrl());
        assertEquals(101, item(201).parent());
        assertEquals(Optional.of("The treasurer at the lectern"), item(205).meta("_wp_attachment_image_alt"));
    }

    @Test
    void reads_comments_with_threads_states_and_kinds() {
        List<WxrComment> comments = item(109).comments();
        assertEquals(19, comments.size());
        assertEquals(601, comments.get(1).parent());
        assertEquals("0", comments.get(12).approved());
        assertEquals("spam", comments.get(14).approved());
        assertEquals("trackback", item(110).comments().getFirst().type());
        assertEquals("Ann Βασίλης Joseph", comments.getFirst().author());
    }

    @Test
    void takes_the_moment_in_gmt_and_else_by_the_clock_of_the_site() {
        assertEquals(
                Optional.of(Instant.parse("2018-11-01T07:10:43Z")),
                item(127).published().instant(ISLAND));
        assertEquals(
                Optional.of(Instant.parse("2020-02-14T17:31:47Z")),
                item(129).published().instant(ISLAND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-00-00 00:00:00", "", "2008-13-45 99:00:00", "soon"})
    void has_no_moment_when_the_file_has_none(String text) {
        assertEquals(
                Optional.empty(),
                WxrDate.of(text, text, "Mon, 30 Nov -0001 00:00:00 +0000").instant(ISLAND));
    }

    @Test
    void falls_back_to_the_date_of_the_feed() {
        assertEquals(
                Optional.of(Instant.parse("2008-06-16T13:17:54Z")),
                WxrDate.of("", "", "Mon, 16 Jun 2008 13:17:54 +0000").instant(ISLAND));
    }

    private static String origin(String address) {
        return new WxrSite("", "", "", "1.2", address, "").origin();
    }

    private static List<String> slugs(List<WxrItem.Label> labels) {
        return labels.stream().map(WxrItem.Label::slug).toList();
    }

    private static WxrItem item(long id) {
        return all(WxrItem.class).filter(item -> item.id() == id).findFirst().orElseThrow();
    }

    private static <T> Stream<T> all(Class<T> type) {
        return RECORDS.stream().filter(type::isInstance).map(type::cast);
    }

    private static List<WxrRecord> read() {
        InputStream file = WxrReaderTest.class.getResourceAsStream("/wordpress/old-herald.xml");
        List<WxrRecord> records = new ArrayList<>();
        try (WxrReader reader = new WxrReader(java.util.Objects.requireNonNull(file))) {
            for (WxrRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
            return records;
        } catch (IOException | ImportFailed broken) {
            throw new AssertionError(broken);
        }
    }
}
