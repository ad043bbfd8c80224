package news.piton.articles.wxr;

import static news.piton.articles.wxr.Exports.HEAD;
import static news.piton.articles.wxr.Exports.TAIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import news.piton.core.plugin.Importer.ImportFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut off, malformed, hostile, huge, or something else altogether. */
class BrokenExportTest {
    private static final String POST = "<item><title>One</title><wp:post_id>1</wp:post_id></item>\n";
    private final List<WxrRecord> read = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n"})
    void says_that_a_file_is_empty(String nothing) {
        assertEquals("The file is empty.", refusal(nothing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004 a zip", "post_id,title", "{\"posts\": []}"})
    void says_that_a_file_is_no_xml(String other) {
        assertTrue(refusal(other).startsWith("The file does not begin as XML does."));
    }

    @Test
    void says_what_a_file_is_that_is_no_export() {
        assertEquals(
                "Line 2, column 7: this is no WordPress export: it begins with <html>, and an export begins with"
                        + " <rss>.",
                refusal("<!-- a page -->\n<html><body/></html>"));
        assertTrue(refusal("<rss><channel><title>A feed</title><item><title>x</title></item></channel></rss>")
                .contains("this is an RSS feed, but no WordPress export"));
        assertTrue(refusal("<rss></rss>").contains("<rss> holds no <channel>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title>Two",
                "<item><title><![CDATA[Two",
                "<item><wp:comment><wp:comment_id>7</wp:comment_id>",
                "<item",
                "<item></item>",
            })
    void hands_out_what_stands_before_the_place_where_a_file_is_cut_off(String rest) {
        String refusal = refusal(HEAD + POST + rest);
        assertTrue(refusal.startsWith("Line 4, column "), refusal);
        assertTrue(refusal.endsWith("It is cut off: export or copy it again."), refusal);
        assertEquals("One", ((WxrItem) read.get(1)).title());
    }

    @Test
    void names_line_and_column_of_malformed_xml() {
        assertEquals(
                "Line 4, column 19: the XML is broken here: The element type \"title\" must be terminated by the"
                        + " matching end-tag \"</title>\".",
                refusal(HEAD + POST + "<item><title>Two</titel></item>" + " ".repeat(100_000) + TAIL));
        assertEquals(
                "Line 3, column 14: the XML is broken here: it uses a prefix that it does not declare.",
                refusal(HEAD + "<item><foo:x>1</foo:x></item>" + TAIL));
    }

    @Test
    void says_in_plain_words_that_a_file_nests_too_deep() {
        String refusal = refusal(HEAD + "<item>" + "<x>".repeat(100_000) + TAIL);
        assertTrue(
                refusal.endsWith("it nests deeper, or has more attributes or longer names, than Piton reads."),
                refusal);
    }

    @Test
    void counts_lines_from_the_beginning_of_the_file_even_when_it_begins_with_blank_ones() {
        assertTrue(refusal("\n\n\uFEFF" + HEAD + POST + "<item></oops>" + TAIL).startsWith("Line 6, column "));
        assertEquals(2, read.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY a 'x'>]>",
                "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/remote.dtd'>",
                "<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/p.dtd'> %p;]>",
                "<!DOCTYPE rss [<!ENTITY a 'xxxxxxxx'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>",
            })
    void reads_no_document_type_and_no_entity(String type) {
        String refusal =
                refusal("<?xml version='1.0'?>\n" + type + "\n<rss><channel><title>&a;&c;</title></channel></rss>");
        assertTrue(refusal.startsWith("Line 2, column "), refusal);
        assertTrue(refusal.contains("the file has a document type or an entity of its own"), refusal);
        assertTrue(read.isEmpty());
    }

    @Test
    void refuses_an_entity_that_nobody_declared() {
        assertEquals(
                "Line 3, column 20: the XML is broken here: The entity \"nbsp\" was referenced, but not declared.",
                refusal(HEAD + "<item><title>&nbsp;</title></item>" + TAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title><![CDATA[",
                "<item><title>",
                "<item><plugin:unknown xmlns:plugin='urn:x'>",
                "<!--",
                "<?php ",
                "<item a='",
            })
    void ends_at_a_piece_that_is_too_large_before_it_takes_the_memory(String opening) {
        String refusal = refusal(Exports.repeating(HEAD + POST + opening, "x".repeat(1024), 1L << 20, TAIL));
        assertTrue(refusal.startsWith("Line 4, column "), refusal);
        assertTrue(refusal.contains("has more than 64 KiB"), refusal);
        assertEquals(2, read.size());
    }

    @Test
    void ends_at_an_item_that_is_too_large_in_many_small_pieces() {
        String comment = "<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>";
        assertTrue(refusal(Exports.repeating(HEAD + "<item>", comment, 1L << 20, "</item>" + TAIL))
                .contains("has more than 64 KiB"));
    }

    @Test
    void ends_at_endless_document_types_names_and_depths() {
        refusal(Exports.repeating("<!DOCTYPE rss [", "<!ENTITY a 'x'>", 1L << 30, "]>"));
        refusal(Exports.repeating(HEAD + "<item", "x", 1L << 30, "/>"));
        refusal(Exports.repeating(HEAD + "<item>", "<a>", 1L << 30, ""));
        refusal(Exports.repeating("", "\n", 1L << 40, ""));
    }

    @Test
    void reads_over_control_characters_that_old_posts_hold() throws Exception {
        run(Exports.of(
                HEAD + "<item><title><![CDATA[a\u0008b\u0000c]]></title><wp:post_id>1</wp:post_id></item>" + TAIL));
        assertEquals("a b c", ((WxrItem) read.get(1)).title());
    }

    @Test
    void refuses_bytes_that_are_no_utf_8() {
        byte[] latin =
                (HEAD + POST + "<item><title>caf\u00e9</title></item>" + TAIL).getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(refusal(new java.io.ByteArrayInputStream(latin)).contains("UTF-8"));
    }

    /** Somebody put two files together, or copied the first into the second. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</channel><channel><item/></channel></rss>|4|<channel>",
                "</channel>\u00b6<item/></rss>|5|<item>",
                "</channel>\u00b6oops\u00b6\u00b6</rss>|5|text",
                "</channel></rss>\u00b6oops|5|something else",
                "</channel></rss>\u00b6\u00b6<rss><channel/></rss>|6|something else",
                "</channel></rss>\u00b6<?xml version='1.0'?><rss/>|5|something else",
                "</channel></rss>\u00b6&amp;|5|something else",
            })
    void says_what_follows_an_export_and_where(String tail, int line, String what) {
        String refusal = refusal(HEAD + POST + POST + tail.replace('\u00b6', '\n'));
        assertTrue(
                refusal.startsWith("Line " + (line + 1) + ": the export ends before this, and " + what + " follows."),
                refusal);
        assertEquals(3, read.size());
    }

    @Test
    void takes_blanks_and_comments_behind_an_export_for_nothing() throws Exception {
        run(Exports.of(HEAD + POST + "</channel>\n<!-- cached -->\n</rss>\n<!-- 7 queries -->\u0000\r\n\n"));
        assertEquals(2, read.size());
    }

    @Test
    void passes_on_that_a_file_cannot_be_read() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        InputStream file = new java.io.SequenceInputStream(Exports.of(HEAD + POST), gone);
        assertEquals(
                "the disk is gone",
                assertThrows(IOException.class, () -> run(file)).getMessage());
    }

    private String refusal(String file) {
        return refusal(Exports.of(file));
    }

    private String refusal(InputStream file) {
        return String.valueOf(assertThrows(ImportFailed.class, () -> run(file)).getMessage());
    }

    private void run(InputStream file) throws IOException, ImportFailed {
        try (WxrReader reader = new WxrReader(file, 1 << 16)) {
            for (WxrRecord record = reader.next(); record != null; record = reader.next()) {
                read.add(record);
            }
        }
    }
}
