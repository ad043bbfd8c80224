package news.piton.articles.internal.revising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.body.Passage;
import news.piton.articles.internal.revising.RevisionDiff.BlockDiff;
import news.piton.articles.internal.revising.RevisionDiff.Kind;
import news.piton.articles.internal.revising.RevisionDiff.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is different between two texts. */
class CompareTest {

    private static RevisionDiff compare(String before, String after) {
        return Compare.compare(text(before), text(after));
    }

    private static ArticleText text(String html) {
        return new ArticleText("slug", "Headline", null, Body.fromHtml(html), "News", List.of(), List.of(), null, null);
    }

    private static List<Kind> kinds(RevisionDiff diff) {
        return diff.blocks().stream().map(BlockDiff::kind).toList();
    }

    @Test
    void finds_nothing_between_equal_texts() {
        RevisionDiff diff = compare("<p>One.</p><h2>Two</h2>", "<p>One.</p><h2>Two</h2>");
        assertEquals(List.of(Kind.EQUAL, Kind.EQUAL), kinds(diff));
        assertTrue(diff.fields().isEmpty());
        assertTrue(compare("", "").blocks().isEmpty());
    }

    @Test
    void finds_a_block_that_has_changed_between_new_and_deleted_ones() {
        RevisionDiff diff = compare(
                "<p>Goes away altogether.</p><p>The harbour master opened the gate at noon.</p><p>End.</p>",
                "<p>The harbour master closed the gate at noon.</p><p>Quite another thought.</p><p>End.</p>");
        assertEquals(List.of(Kind.DELETED, Kind.CHANGED, Kind.INSERTED, Kind.EQUAL), kinds(diff));
    }

    @Test
    void tells_a_change_of_markup_from_a_change_of_words() {
        BlockDiff block = compare("<p>It was bold.</p>", "<p>It was <strong>bold</strong>.</p>")
                .blocks()
                .getFirst();
        assertEquals(Kind.CHANGED, block.kind());
        assertEquals(List.of(new Segment(Kind.EQUAL, "It was bold.")), block.segments());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void gives_both_texts_back(long seed) {
        Random random = new Random(seed);
        String before = story(random);
        String after = story(random);
        RevisionDiff diff = compare(before, after);
        assertEquals(texts(before), told(diff, Kind.INSERTED));
        assertEquals(texts(after), told(diff, Kind.DELETED));
    }

    private static String story(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> IntStream.range(0, 1 + random.nextInt(6))
                        .mapToObj(j -> List.of("sea", "l'été", "don’t", "UN", "😀", "§")
                                .get(random.nextInt(6)))
                        .collect(Collectors.joining(" ", "<p>", "</p>")))
                .collect(Collectors.joining());
    }

    private static String texts(String html) {
        return Body.fromHtml(html).passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    private static String told(RevisionDiff diff, Kind without) {
        return diff.blocks().stream()
                .filter(block -> block.kind() != without)
                .map(block -> block.segments().stream()
                        .filter(segment -> segment.kind() != without)
                        .map(Segment::text)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void gives_up_on_words_of_a_giant_block_and_says_so() {
        String before = "<p>" + words("a", 2_000) + " " + words("c", 3_000) + "</p>";
        String after = "<p>" + words("c", 3_000) + " " + words("b", 2_000) + "</p>";
        RevisionDiff diff = compare(before + "<p>small change</p>", after + "<p>small changes</p>");
        assertFalse(diff.complete());
        assertEquals(texts(before + "<p>small change</p>"), told(diff, Kind.INSERTED));
        assertEquals(texts(after + "<p>small changes</p>"), told(diff, Kind.DELETED));
    }

    @Test
    void gives_up_on_thousands_of_blocks_that_have_all_changed_and_says_so() {
        String before = Stream.iterate(0, i -> i + 1)
                .limit(2_500)
                .map(i -> "<p>a" + i + "</p>")
                .collect(Collectors.joining());
        String after = Stream.iterate(0, i -> i + 1)
                .limit(2_500)
                .map(i -> "<p>b" + i + "</p>")
                .collect(Collectors.joining());
        assertFalse(compare(before, after).complete());
        assertTrue(compare(before + "<p>old</p>", before + "<p>new</p>").complete());
    }

    private static String words(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).collect(Collectors.joining(" "));
    }
}
