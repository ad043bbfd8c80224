package news.piton.articles.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void folds_case_accents_and_apostrophes() {
        assertEquals("obrien cafe anse bleue", SearchWords.stored("O’Brien's CAFÉ, (Anse-Bleue)"));
        assertEquals(List.of("obrien"), SearchWords.asked("o'brien"));
        assertEquals(List.of("brendan"), SearchWords.asked("Brendan's"));
    }

    @Test
    void keeps_short_words_and_joins_abbreviations() {
        assertEquals("un__ pm__ cxc 7__", SearchWords.stored("U.N., PM CXC 7"));
        assertEquals("+un__ +budget* +cxc", SearchWords.expression(SearchWords.asked("UN budget CXC")));
    }

    @Test
    void lets_no_operator_through() {
        assertEquals(
                "+port* +ship*",
                SearchWords.expression(SearchWords.asked("-port \"ship\" @4 * ~() +<>".replace("@4", ""))));
        assertEquals(List.of(), SearchWords.asked("the of +-*\"@()"));
    }

    @Test
    void marks_what_was_found_and_escapes_the_rest() {
        assertEquals(
                "Tom &amp; the <mark>budgets</mark> of O'Brien",
                Excerpt.marked("Tom & the budgets of O'Brien", SearchWords.asked("budget")));
        assertEquals(
                "Tom &lt;b&gt; and <mark>O'Brien’s</mark> boat",
                Excerpt.marked("Tom <b> and O'Brien’s boat", SearchWords.asked("obrien")));
    }

    @Test
    void shows_the_surroundings_of_the_first_hit() {
        String excerpt = Excerpt.marked(
                "lorem ipsum ".repeat(50) + "hurricane " + "dolor sit ".repeat(50), List.of("hurricane"));
        assertTrue(excerpt.startsWith("… ") && excerpt.endsWith(" …"), excerpt);
        assertTrue(excerpt.contains("<mark>hurricane</mark>"), excerpt);
        assertTrue(excerpt.length() < 230, excerpt);
    }

    @Test
    void cuts_a_beginning_at_a_word() {
        assertEquals("The harbour was quiet…", Excerpt.beginning("The harbour was quiet, for once.", 25));
        assertEquals("Short.", Excerpt.beginning("Short.", 25));
    }
}
