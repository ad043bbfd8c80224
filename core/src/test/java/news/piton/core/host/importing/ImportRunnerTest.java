package news.piton.core.host.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import news.piton.core.host.importing.ImportReport.Ending;
import news.piton.core.host.importing.ImportRunner.Contributed;
import news.piton.core.plugin.Importer;
import news.piton.core.plugin.Importer.ImportFailed;
import org.junit.jupiter.api.Test;

class ImportRunnerTest {
    private final Watch watch = new Watch();

    @Test
    void gives_the_file_to_every_importer_of_the_format_in_order() {
        ImportReport report = run(
                new Contributed("articles", importer("wordpress", progress -> progress.imported("posts"))),
                new Contributed("other", importer("ghost", progress -> progress.imported("things"))),
                new Contributed("comments", importer("wordpress", progress -> progress.known("comments"))));
        assertTrue(report.complete());
        assertEquals(
                List.of("articles posts 1 0", "comments comments 0 1"),
                report.lines().stream()
                        .map(line -> line.module() + " " + line.kind() + " " + line.imported() + " " + line.known())
                        .toList());
    }

    @Test
    void reports_in_words_what_came_in_and_what_did_not() {
        ImportReport report = run(new Contributed("articles", importer("wordpress", progress -> {
            for (int i = 0; i < 1_234; i++) {
                progress.imported("posts");
            }
            for (int i = 0; i < 7; i++) {
                progress.skipped("posts", "\"Post " + i + "\"", "in the trash");
            }
        })));
        assertEquals("""
            module    kind   imported  known  skipped
            articles  posts     1,234      0        7

            Skipped posts (articles):
              7 × in the trash: "Post 0", "Post 1", "Post 2", "Post 3", "Post 4", …

            The whole of export.xml was read.
            """, report.text());
    }

    @Test
    void lets_each_module_take_what_stands_before_the_place_where_the_file_is_broken() {
        ImportReport report = run(
                new Contributed("articles", importer("wordpress", progress -> {
                    progress.imported("posts");
                    throw new ImportFailed("Line 7, column 1: the file ends here.", null);
                })),
                new Contributed("comments", importer("wordpress", progress -> {
                    progress.imported("comments");
                    throw new ImportFailed("Line 7, column 1: the file ends here.", null);
                })));
        assertEquals(2, report.imported());
        assertEquals(
                "Line 7, column 1: the file ends here.",
                assertInstanceOf(Ending.Failed.class, report.ending()).why());
    }

    @Test
    void ends_for_all_when_the_file_cannot_be_read_or_piton_fails() {
        for (Work broken : List.<Work>of(
                progress -> {
                    throw new IOException("no such disk");
                },
                progress -> {
                    throw new IllegalStateException("secret inside");
                })) {
            ImportReport report = run(
                    new Contributed("articles", importer("wordpress", broken)),
                    new Contributed("comments", importer("wordpress", progress -> progress.imported("comments"))));
            assertFalse(report.complete());
            assertEquals(0, report.imported());
            assertFalse(report.text().contains("secret inside"));
        }
    }

    @Test
    void stops_when_asked_to_and_says_how_to_go_on() {
        ImportReport report = run(
                new Contributed("articles", importer("wordpress", progress -> {
                    progress.imported("posts");
                    watch.stop = true;
                })),
                new Contributed("comments", importer("wordpress", progress -> progress.imported("comments"))));
        assertInstanceOf(Ending.Stopped.class, report.ending());
        assertEquals(1, report.imported());
        assertTrue(report.text().contains("run the import of export.xml again to go on"));
    }

    @Test
    void tells_of_the_progress_a_hundred_times_and_no_more() {
        run(new Contributed("articles", importer("wordpress", progress -> {
            for (long at = 0; at <= SIZE; at += 1_000) {
                progress.at(at);
            }
        })));
        assertTrue(watch.steps.size() <= 102, watch.steps.size() + " steps");
        assertEquals("articles: 100 %, 0 pieces", watch.steps.getLast());
    }

    @Test
    void keeps_a_bounded_number_of_kinds_reasons_and_examples() {
        ImportReport report = run(new Contributed("articles", importer("wordpress", progress -> {
            for (int i = 0; i < 10_000; i++) {
                progress.skipped("posts", "x".repeat(500), "reason " + i);
                progress.imported("kind " + i);
            }
        })));
        assertTrue(report.lines().size() <= 51);
        assertTrue(report.text().length() < 20_000);
        assertEquals(10_000, report.imported());
    }

    @Test
    void does_what_follows_where_something_has_come_in_and_reports_even_if_that_fails() {
        List<String> followed = new ArrayList<>();
        Runnable afterwards = () -> {
            followed.add("once");
            throw new IllegalStateException("no right to do so");
        };
        Contributed posts = new Contributed("articles", importer("wordpress", progress -> progress.imported("posts")));
        Contributed known = new Contributed("articles", importer("wordpress", progress -> progress.known("posts")));
        run(Importer.Options.PLAIN, afterwards, known);
        run(new Importer.Options(true, false), afterwards, posts);
        assertEquals(List.of(), followed);
        assertTrue(run(Importer.Options.PLAIN, afterwards, posts).complete());
        assertEquals(List.of("once"), followed);
    }

    @Test
    void imports_one_file_at_a_time() {
        ImportRunner runner = new ImportRunner(List.of(), work -> work, () -> {});
        try (ImportRunner.Turn turn = runner.begin()) {
            assertNotNull(turn);
            assertNull(runner.begin());
        }
        assertNotNull(runner.begin());
    }

    @Test
    void knows_its_formats() {
        ImportRunner runner = new ImportRunner(
                List.of(
                        new Contributed("b", importer("wordpress", progress -> {})),
                        new Contributed("a", importer("ghost", progress -> {})),
                        new Contributed("c", importer("wordpress", progress -> {}))),
                work -> work,
                () -> {});
        assertEquals("ghost, wordpress", runner.formats());
        try (ImportRunner.Turn turn = runner.begin()) {
            assertNotNull(turn);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> turn.run("joomla", new Source(), Importer.Options.PLAIN, watch));
        }
    }

    private static final long SIZE = 10_000_000;

    private ImportReport run(Contributed... importers) {
        return run(Importer.Options.PLAIN, () -> {}, importers);
    }

    private ImportReport run(Importer.Options options, Runnable afterwards, Contributed... importers) {
        try (ImportRunner.Turn turn = new ImportRunner(List.of(importers), work -> work, afterwards).begin()) {
            assertNotNull(turn);
            return turn.run("wordpress", new Source(), options, watch);
        }
    }

    private interface Work {
        void run(Importer.Progress progress) throws IOException, ImportFailed;
    }

    private static Importer importer(String format, Work work) {
        return new Importer() {
            @Override
            public String format() {
                return format;
            }

            @Override
            public void run(Source source, Options options, Progress progress) throws IOException, ImportFailed {
                work.run(progress);
            }
        };
    }

    private static final class Source implements Importer.Source {
        @Override
        public String name() {
            return "export.xml";
        }

        @Override
        public long size() {
            return SIZE;
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }

    private static final class Watch implements ImportWatch {
        private final List<String> steps = new ArrayList<>();
        private boolean stop;

        @Override
        public void progressed(Step step) {
            steps.add(step.toString());
        }

        @Override
        public boolean stopRequested() {
            return stop;
        }
    }
}
