package news.piton.articles.internal.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import news.piton.articles.internal.article.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture that no reader would get does not vanish without a word. */
class PastedPictureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Look:\n\n![Boats](data:image/png;base64,iVBORw0KGgo=)",
                "Look: <img alt=\"Boats\" src=\" DATA:image/png;base64,iVBORw0KGgo=\">",
                "<p>Look: <img src=\"blob:https://herald.example/1b4e\"></p>",
                "<img src='file:///C:/boats.jpg'>",
                "<img src=cid:boats@mail>"
            })
    void is_refused_with_what_to_do(String text) {
        Invalid refused = assertThrows(Invalid.class, () -> Body.fromMarkdown(text), text);
        assertEquals("INVALID", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("POST /media"), refused.getMessage());
    }

    @Test
    void is_refused_for_what_it_is_even_where_it_makes_the_text_too_long() {
        String picture = "data:image/jpeg;base64," + "A".repeat(Body.LONGEST);
        for (String html : List.of("<img src=\"" + picture + "\">", "<p>Look</p><img alt='' src=data:image/png,x>")) {
            assertEquals(
                    "INVALID",
                    assertThrows(Invalid.class, () -> Body.fromHtml(html)).code());
        }
        assertEquals(
                "INVALID",
                assertThrows(Invalid.class, () -> Body.fromMarkdown("![Boats](" + picture + ")"))
                        .code());
    }

    @Test
    void may_be_written_about() {
        assertEquals(
                "<p>The data: of <code>&lt;img src=\"data:x\"&gt;</code></p>",
                Body.fromMarkdown("The data: of `<img src=\"data:x\">`").html());
    }
}
