package news.piton.app.site;

import io.helidon.webserver.http.ServerRequest;
import java.util.Set;
import java.util.function.Function;
import news.piton.app.site.view.Forms;

/**
 * How pages with forms go: what was taken leads, by a redirect so that nobody sends it twice by reloading, to the page that
 * gives thanks; what was refused is shown as it was typed, with what was wrong beside it, as 422.
 */
final class FormPages {
    private FormPages() {}

    /** @param names what the page may give thanks for */
    static Found shown(ServerRequest request, Set<String> names, Function<Forms, Found> page) {
        String thanks = request.query().first("thanks").orElse("");
        return page.apply(names.contains(thanks) ? Forms.thanks(thanks) : Forms.EMPTY);
    }

    /**
     * @param path the page that a form that was taken leads to, and that gives thanks
     * @param place where on it, beginning with {@code #}; empty for its top
     */
    static Found sent(String name, Posting.Sent result, String path, String place, Function<Forms, Found> page) {
        return result.form().refused()
                ? page.apply(Forms.refused(name, result.form()))
                : new Found.Elsewhere(303, path + "?thanks=" + result.thanks() + place);
    }

    /** A page on which nothing was sent is for everybody. */
    static Page page(byte[] html, Forms forms, Set<String> keys, Paper.Told told) {
        return forms.refused()
                ? Page.once(422, html)
                : Page.of(html, keys).sharedIf(forms.thanks().isEmpty() && told.whole());
    }
}
