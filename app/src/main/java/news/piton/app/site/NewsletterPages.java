package news.piton.app.site;

import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.Set;
import news.piton.app.site.ReaderSite.Found;
import news.piton.app.site.html.JtenewsletterGenerated;
import news.piton.app.site.view.FilledForm;
import news.piton.app.site.view.Forms;

/** Where readers subscribe; the boxes on other pages are sent here. */
final class NewsletterPages {
    private final Paper paper;
    private final Frames frames;

    NewsletterPages(Paper paper, Frames frames) {
        this.paper = paper;
        this.frames = frames;
    }

    Found show(ServerRequest request) {
        boolean thanks = request.query().first("thanks").orElse("").equals("newsletter");
        return page(request, thanks ? Forms.thanks("newsletter") : Forms.EMPTY);
    }

    Found posted(ServerRequest request, Posting posting) {
        FilledForm result = posting.subscription(request, posting.read(request));
        return result.refused()
                ? page(request, new Forms(FilledForm.EMPTY, FilledForm.EMPTY, result, ""))
                : new Found.Elsewhere(303, "/newsletter?thanks=newsletter");
    }

    private Found page(ServerRequest request, Forms forms) {
        Paper.Told told = paper.ask(request, "newsletter", Map.of()).about("newsletters");
        String html = Html.of(out -> JtenewsletterGenerated.render(
                out, Html.NONE, frames.of("/newsletter", told.data()), told.data(), forms));
        return new Found.Shown(
                forms.newsletter().refused()
                        ? Page.once(422, html)
                        : Page.of(html, Set.of("newsletter"))
                                .sharedIf(forms.thanks().isEmpty()));
    }
}
