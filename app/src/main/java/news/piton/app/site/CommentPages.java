package news.piton.app.site;

import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.app.site.html.JtecommentsGenerated;
import news.piton.app.site.html.JtethreadGenerated;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Forms;
import news.piton.app.site.view.Pager;

/** One comment with its answers and the form to answer it, and long discussions page by page. */
final class CommentPages {
    /** Few enough that a full page stays small, see also parts/comments.graphql. */
    private static final int ANSWERS = 15;

    private static final int THREADS = 10;

    private final Paper paper;
    private final Frames frames;

    CommentPages(Paper paper, Frames frames) {
        this.paper = paper;
        this.frames = frames;
    }

    Found show(ServerRequest request) {
        return FormPages.shown(request, Set.of("comment", "shown"), forms -> page(request, forms));
    }

    Found posted(ServerRequest request, Posting posting) {
        Posting.Sent result = posting.comment(request, posting.read(request));
        return FormPages.sent("comment", result, request.path().rawPath(), "", forms -> page(request, forms));
    }

    private Found page(ServerRequest request, Forms forms) {
        String id = request.path().pathParameters().get("id");
        Map<String, Object> variables = ListPages.place(request.query(), ANSWERS);
        variables.put("id", id);
        Paper.Told told = paper.page(request, "comment", variables);
        if (!told.has("node") || !told.data().of("node").has("article")) {
            return told.nothing();
        }
        Data comment = told.data().of("node");
        Pager pager = new Pager("/comments/" + id + "?", comment.of("replies").of("pageInfo"));
        byte[] html = Html.of(out -> JtethreadGenerated.render(
                out, Html.NONE, frames.of("/comments/" + id, told.data()), told.data(), comment, pager, forms));
        return new Found.Shown(FormPages.page(html, forms, Set.of(Page.key(comment.of("article"))), told));
    }

    /** {@code /comments?article=…&after=…} */
    Found list(ServerRequest request) {
        Map<String, Object> variables = ListPages.place(request.query(), THREADS);
        String id = request.query().first("article").orElse("");
        variables.put("id", id);
        Paper.Told told = paper.page(request, "discussion", variables);
        if (!told.has("article") || !told.data().of("article").has("comments")) {
            return told.nothing();
        }
        Data article = told.data().of("article");
        Pager pager = new Pager(
                "/comments?article=" + article.text("id") + "&",
                article.of("comments").of("pageInfo"));
        byte[] html = Html.of(out ->
                JtecommentsGenerated.render(out, Html.NONE, frames.of("/comments", told.data()), article, pager));
        return new Found.Shown(
                Page.of(html, Page.keys("comments", List.of(article))).sharedIf(told.whole()));
    }
}
