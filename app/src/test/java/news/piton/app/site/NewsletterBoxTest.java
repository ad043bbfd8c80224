package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import news.piton.app.site.html.JtenewsletterBoxGenerated;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.FilledForm;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The form of a paper with several newsletters. */
class NewsletterBoxTest {
    private static final Data TWO =
            new Data(Map.of("newsletters", List.of(newsletter("daily", "Daily"), newsletter("weekly", "Weekly"))));

    private static Map<String, String> newsletter(String slug, String title) {
        return Map.of("slug", slug, "title", title, "description", "In one mail.");
    }

    @Test
    void leaves_the_choice_to_the_reader_and_keeps_it() {
        assertEquals(0, box(FilledForm.EMPTY).select("fieldset [checked]").size());
        FilledForm typed = new FilledForm(Map.of("newsletters", "weekly"), Map.of("email", "No address."));
        assertEquals(List.of("weekly"), box(typed).select("fieldset [checked]").eachAttr("value"));
    }

    @Test
    void says_with_the_choice_what_is_wrong_with_it() {
        Document asked = box(FilledForm.EMPTY);
        assertEquals("", asked.select("fieldset").attr("aria-describedby"));
        Document refused = box(new FilledForm(Map.of("newsletters", ""), Map.of("newsletters", "Choose one.")));
        assertEquals(0, refused.select("fieldset [checked]").size());
        String described = refused.select("fieldset").attr("aria-describedby");
        assertEquals("Choose one.", refused.select("#" + described).text());
    }

    private static Document box(FilledForm form) {
        return Jsoup.parse(new String(
                Html.of(out -> JtenewsletterBoxGenerated.render(out, Html.NONE, TWO, form, true)),
                StandardCharsets.UTF_8));
    }
}
