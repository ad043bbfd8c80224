package news.piton.comments.internal.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    private final Checks checks = Checks.usual(2, "scallywag, rapscallion");

    private List<PolicyFinding> findings(String body) {
        return checks.findings(new Draft("Ana", body, 0));
    }

    private List<Rule> rules(String body) {
        return findings(body).stream().map(PolicyFinding::rule).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ferry was late again, and nobody told us why.",
                "I read this at https://example.org/report and at www.example.com, and I agree.",
                "NASA and the UN say so.",
                "No, no, no! That is not what the minister said...",
                "My phone number is not your business 😀",
                "-----\nSigned, a reader",
                "He said it costs $1,000.000 in all"
            })
    void finds_nothing_in_an_ordinary_comment(String body) {
        assertEquals(List.of(), findings(body));
    }

    @Test
    void holds_a_third_link_and_says_where_it_is() {
        String body = "See http://a.example/1 and http://b.example/2 and http://c.example/3";
        PolicyFinding finding = findings(body).getFirst();
        assertEquals(Rule.LINKS, finding.rule());
        assertEquals(Verdict.HOLD, finding.verdict());
        assertEquals("http://c.example/3", body.substring(finding.start(), finding.end()));
    }

    @Test
    void would_reject_a_heap_of_links() {
        assertEquals(Verdict.REJECT, findings("buy.shop ".repeat(50)).getFirst().verdict());
    }

    @Test
    void would_reject_a_web_address_as_a_name() {
        PolicyFinding finding =
                checks.findings(new Draft("cheap-pills.com", "Nice article", 0)).getFirst();
        assertEquals(Rule.LINKS, finding.rule());
        assertEquals(Verdict.REJECT, finding.verdict());
    }

    @Test
    void holds_swear_words_of_our_list_and_of_the_setting() {
        assertEquals(List.of(Rule.FOUL_LANGUAGE), rules("What a load of sh1t"));
        assertEquals(List.of(Rule.FOUL_LANGUAGE), rules("You sc@llyw@g"));
        assertEquals(List.of(Rule.FOUL_LANGUAGE), rules("A rapscallion if ever there was one"));
    }

    @Test
    void holds_a_comment_that_shouts() {
        assertEquals(List.of(Rule.RESPECT), rules("THIS IS THE WORST GOVERNMENT WE EVER HAD"));
    }

    @Test
    void holds_long_texts_and_repetition() {
        assertEquals(List.of(Rule.VOLUME), rules("One more word about the harbour. ".repeat(60)));
        assertEquals(List.of(Rule.VOLUME), rules("Yesssssssssssssss"));
        assertEquals(List.of(Rule.VOLUME), rules("shame shame shame shame shame shame on them"));
    }

    @Test
    void would_reject_a_text_that_was_posted_all_over_the_place() {
        assertEquals(
                Verdict.HOLD,
                checks.findings(new Draft("Ana", "Read my page", 1)).getFirst().verdict());
        assertEquals(
                Verdict.REJECT,
                checks.findings(new Draft("Ana", "Read my page", 5)).getFirst().verdict());
    }

    @Test
    void holds_an_advertisement() {
        assertEquals(List.of(Rule.PROMOTION), rules("I earn $5,000 a week from my sofa, ask me how"));
        assertEquals(List.of(Rule.PROMOTION), rules("Contact me on WhatsApp"));
    }

    @Test
    void lists_findings_in_the_order_of_the_text() {
        assertEquals(
                List.of(Rule.RESPECT, Rule.PROMOTION, Rule.FOUL_LANGUAGE),
                rules("CLICK HERE YOU MISERABLE LOT OF BASTARDS"));
    }

    @Test
    void takes_no_time_over_texts_that_are_made_to_take_time() {
        List<String> hostile = List.of(
                "a".repeat(5_000),
                "ab ".repeat(1_666),
                "a.".repeat(2_500),
                "a-".repeat(2_500) + ".com",
                "http://".repeat(700),
                "make $ 1" + "1,".repeat(2_400),
                "word,,,,,".repeat(550),
                "*".repeat(5_000),
                "\ud83d\ude00".repeat(2_500));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> hostile.forEach(this::findings));
    }

    /** As they may stand in a text that was stored before marks were bounded. */
    @Test
    @Timeout(20)
    void looks_at_a_letter_under_a_pile_of_marks_once() {
        assertEquals(
                List.of(),
                findings("a" + "\u0316\u0300".repeat(50_000)).stream()
                        .filter(finding -> finding.rule() != Rule.VOLUME)
                        .toList());
    }

    @Test
    void finds_links_advertisements_and_repetition_as_whole_words_only() {
        assertEquals(List.of(), rules("xhttp://a.b awww.b.c shop.community a_b.commune company.comb"));
        assertEquals(List.of(), rules("nobuy now, order nowhere, sham shame shamed shames shameful"));
        assertEquals(List.of(Rule.LINKS), rules("(a.com), b.com/x? \u201cc.com\u201d"));
        assertEquals(List.of(Rule.PROMOTION), rules("Well\u2014buy now!"));
    }

    @Test
    void every_rule_has_a_title_and_a_description() {
        assertEquals(6, CommentPolicy.CURRENT.rules().size());
        assertTrue(CommentPolicy.CURRENT.rules().stream()
                .noneMatch(rule -> rule.title().isBlank() || rule.description().isBlank()));
    }
}
