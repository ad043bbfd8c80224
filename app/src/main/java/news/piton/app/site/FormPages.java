package news.piton.app.site;

import io.helidon.webserver.http.ServerRequest;
import java.util.Set;
import java.util.function.Function;
import news.piton.app.site.ReaderSite.Found;
import news.piton.app.site.view.FilledForm;
import news.piton.app.site.view.Forms;

/**
 * How pages with forms go: what was taken leads, by a redirect so that nobody sends it twice by reloading, to the page that
 * gives thanks; what was refused is shown as it was typed, with what was wrong beside it, as 422.
 */
final class FormPages {
    private FormPages() {}

    /** @param names of the forms that lead here when they are taken */
    static Found shown(ServerRequest request, Set<String> names, Function<Forms, Found> page) {
        String thanks = request.query().first("thanks").orElse("");
        return page.apply(names.contains(thanks) ? Forms.thanks(thanks) : Forms.EMPTY);
    }

    /** @param onward where a form that was taken leads; the page gives thanks there */
    static Found sent(String name, FilledForm result, String onward, Function<Forms, Found> page) {
        return result.refused() ? page.apply(Forms.refused(name, result)) : new Found.Elsewhere(303, onward);
    }

    /** A page on which nothing was sent is for everybody. */
    static Page page(String html, Forms forms, Set<String> keys, Paper.Told told) {
        return forms.refused()
                ? Page.once(422, html)
                : Page.of(html, keys).sharedIf(forms.thanks().isEmpty() && told.whole());
    }
}
