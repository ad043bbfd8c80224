package news.piton.articles.internal.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import news.piton.articles.ArticlesPlugin;
import news.piton.articles.OldHerald;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.host.importing.ImportReport.Ending;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports that end before their time, and go on later. */
class BrokenImportModuleTest {
    private TestHost host;

    @BeforeEach
    void boot() {
        host = TestHost.boot(new ArticlesPlugin());
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void goes_on_where_it_was_stopped() {
        int onTheSecondReading = 95;
        ImportReport stopped = OldHerald.importInto(host, OldHerald.text(), onTheSecondReading);
        assertInstanceOf(Ending.Stopped.class, stopped.ending());
        assertTrue(posts(stopped, true) > 0 && posts(stopped, true) < 27, stopped.text());

        ImportReport rest = OldHerald.importInto(host);
        assertTrue(rest.complete());
        assertEquals(27, posts(stopped, true) + posts(rest, true));
        assertEquals(posts(stopped, true), posts(rest, false));
    }

    @Test
    void keeps_what_stands_before_the_place_where_a_file_is_cut_off() {
        String whole = OldHerald.text();
        ImportReport report =
                OldHerald.importInto(host, whole.substring(0, whole.indexOf("Lighthousekeepers")), Integer.MAX_VALUE);
        Ending.Failed failed = assertInstanceOf(Ending.Failed.class, report.ending());
        assertTrue(failed.why().matches("Line \\d+, column \\d+: the file ends here.*"), failed.why());
        assertEquals("attachments 4, posts 6", OldHerald.imported(report));
        assertEquals(
                "Hear the new calypso",
                host.guest()
                        .send("{ article(slug: \"new-calypso\") { headline } }")
                        .text("/data/article/headline"));
    }

    @Test
    void keeps_the_first_of_two_exports_in_one_file_and_tells_of_the_second() {
        String first = OldHerald.text();
        ImportReport report = OldHerald.importInto(host, first + first, Integer.MAX_VALUE);
        Ending.Failed failed = assertInstanceOf(Ending.Failed.class, report.ending());
        assertTrue(failed.why().matches("Line \\d+: the export ends before this, .*"), failed.why());
        assertEquals("attachments 5, posts 27, sticky posts 1, pages 2", OldHerald.imported(report));
    }

    @Test
    void imports_nothing_from_a_file_that_is_something_else() {
        ImportReport report = OldHerald.importInto(host, "<html><body>Hello</body></html>", Integer.MAX_VALUE);
        assertEquals(0, report.imported());
        assertTrue(report.text().contains("this is no WordPress export"), report.text());
    }

    @Test
    void leaves_out_what_no_article_can_be_and_goes_on() {
        String huge = OldHerald.text().replace("Words around the picture.", "word ".repeat(100_000));
        ImportReport report = OldHerald.importInto(host, huge, Integer.MAX_VALUE);
        assertTrue(report.complete());
        assertTrue(OldHerald.skipped(report).contains("posts: longer than an article can be (1)"), report.text());
        assertEquals("attachments 5, posts 26, sticky posts 1, pages 2", OldHerald.imported(report));
    }

    private static long posts(ImportReport report, boolean imported) {
        return report.lines().stream()
                .filter(line -> line.kind().equals("posts"))
                .mapToLong(line -> imported ? line.imported() : line.known())
                .sum();
    }
}
