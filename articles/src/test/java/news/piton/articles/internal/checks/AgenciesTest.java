package news.piton.articles.internal.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import news.piton.articles.SourceKind;
import news.piton.articles.SourceView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AgenciesTest {
    private final Agencies agencies =
            new Agencies(List.of(new SourceView(1, "Caribbean Media Corporation (CMC)", SourceKind.AGENCY, null, 1)));

    @Test
    void knows_an_agency_by_the_last_line_whatever_signs_are_around_it() {
        assertEquals(
                Optional.of("Caribbean Media Corporation (CMC)"), agencies.of(List.of(), "The ferry\n\n — (CMC). )"));
    }

    @Test
    @Timeout(20)
    void looks_at_texts_that_are_made_to_take_time_once() {
        for (String sign : List.of(")", "\u03a3", "\u0316\u0300")) {
            assertEquals(Optional.empty(), agencies.of(List.of(), "The ferry\n" + sign.repeat(195_000) + "x"));
        }
    }
}
