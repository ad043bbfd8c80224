package news.piton.articles.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    private static String stored(String text) {
        return String.join(" ", SearchWords.all(text).toList());
    }

    @Test
    void folds_case_accents_and_apostrophes() {
        assertEquals("obrien cafe anse bleue", stored("O’Brien's CAFÉ, (Anse-Bleue)"));
        assertEquals(List.of("obrien"), SearchQuery.parse("o'brien").words());
        assertEquals(List.of("brendan"), SearchQuery.parse("Brendan's").words());
    }

    @Test
    void keeps_short_words_and_joins_abbreviations() {
        assertEquals("un pm cxc 7", stored("U.N., PM CXC 7"));
        assertEquals(
                List.of("un", "budget", "cxc"),
                SearchQuery.parse("UN budget CXC").words());
    }

    @Test
    void passes_over_common_words_written_small_while_there_are_others() {
        assertEquals(
                List.of("ferry", "port"),
                SearchQuery.parse("the ferry to the port").words());
        assertEquals(List.of("de", "la", "rue"), SearchQuery.parse("De la Rue").words());
        assertEquals(List.of("who", "and"), SearchQuery.parse("WHO AND the").words());
        assertEquals(List.of("the", "of"), SearchQuery.parse("the of").words());
        assertEquals(List.of(), SearchQuery.parse("the \"port\"").words());
    }

    @Test
    void takes_phrases_apart_from_words() {
        SearchQuery query = SearchQuery.parse("ferry \"Minister of the Port\" “blue boat” \"\" open\"");
        assertEquals(List.of("ferry", "open"), query.words());
        assertEquals(List.of(List.of("minister", "of", "the", "port"), List.of("blue", "boat")), query.phrases());
        assertTrue(SearchQuery.parse("+-*\"@()").isEmpty());
        assertEquals(
                12,
                SearchQuery.parse("\"" + "one two three ".repeat(9) + "\" four")
                        .phrases()
                        .getFirst()
                        .size());
    }

    @Test
    void marks_what_was_found_and_escapes_the_rest() {
        assertEquals(
                "Tom &amp; the <mark>budgets</mark> of O'Brien",
                Excerpt.marked("Tom & the budgets of O'Brien", SearchQuery.parse("budget")));
        assertEquals(
                "Tom &lt;b&gt; and <mark>O'Brien’s</mark> boat",
                Excerpt.marked("Tom <b> and O'Brien’s boat", SearchQuery.parse("obrien")));
    }

    @Test
    void shows_the_surroundings_of_the_first_hit() {
        String excerpt = Excerpt.marked(
                "lorem ipsum ".repeat(50) + "hurricane " + "dolor sit ".repeat(50), SearchQuery.parse("hurricane"));
        assertTrue(excerpt.startsWith("… ") && excerpt.endsWith(" …"), excerpt);
        assertTrue(excerpt.contains("<mark>hurricane</mark>"), excerpt);
        assertTrue(excerpt.length() < 230, excerpt);
    }

    @Test
    void cuts_a_beginning_at_a_word() {
        assertEquals("The harbour was quiet…", Excerpt.beginning("The harbour was quiet, for once.", 25));
        assertEquals("Short.", Excerpt.beginning("Short.", 25));
    }

    @Test
    void takes_a_word_of_any_number_of_dots() {
        assertEquals("a".repeat(40), stored("a.".repeat(100_000) + "a"));
    }
}
