package news.piton.app.site;

import io.helidon.webserver.http.ServerRequest;
import java.util.Set;
import news.piton.app.site.html.JtenewsletterGenerated;
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
        return FormPages.shown(request, Set.of("newsletter"), forms -> page(request, forms));
    }

    Found posted(ServerRequest request, Posting posting) {
        Posting.Sent result = posting.subscription(request, posting.read(request));
        return FormPages.sent("newsletter", result, "/newsletter", "", forms -> page(request, forms));
    }

    private Found page(ServerRequest request, Forms forms) {
        Paper.Told told = paper.around(request).about("newsletters");
        byte[] html = Html.of(out -> JtenewsletterGenerated.render(
                out, Html.NONE, frames.of("/newsletter", told.data()), told.data(), forms));
        return new Found.Shown(FormPages.page(html, forms, Set.of("newsletter"), told));
    }
}
