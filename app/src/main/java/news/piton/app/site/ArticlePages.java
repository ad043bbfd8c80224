package news.piton.app.site;

import io.helidon.webserver.http.ServerRequest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import news.piton.app.site.html.JtearticleGenerated;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Forms;
import news.piton.app.site.view.Frame;
import news.piton.core.plugin.Form;

/** The page of an article, with what the modules put under it. */
final class ArticlePages {
    private final Paper paper;
    private final Frames frames;
    private final LastChanges changes;

    ArticlePages(Paper paper, Frames frames, LastChanges changes) {
        this.paper = paper;
        this.frames = frames;
        this.changes = changes;
    }

    Found show(ServerRequest request) {
        Map<String, Object> which = Map.of("path", request.path().rawPath());
        return FormPages.shown(request, Set.of("comment", "shown", "friend"), forms -> page(request, which, forms));
    }

    /** What the newsroom sees of an article that has no permalink yet. */
    Found draft(ServerRequest request) {
        return page(request, Map.of("id", request.path().pathParameters().get("id")), Forms.EMPTY);
    }

    /** A form of the page was sent to it: a comment, or a letter to a friend. */
    Found posted(ServerRequest request, Posting posting) {
        Form form = posting.read(request);
        String path = request.path().rawPath();
        Function<Forms, Found> page = forms -> page(request, Map.of("path", path), forms);
        String name = form.field("form");
        if (name.equals("comment") && paper.has("comments")) {
            return FormPages.sent(name, posting.comment(request, form), path, "#comments", page);
        }
        if (name.equals("friend") && paper.has("sharing")) {
            return FormPages.sent(name, posting.friend(request, form), path, "#share", page);
        }
        return Found.NOTHING;
    }

    private Found page(ServerRequest request, Map<String, Object> which, Forms forms) {
        Map<String, Object> variables = new HashMap<>(which);
        request.query().first("entries").ifPresent(entries -> variables.put("entries", entries));
        Paper.Told told = paper.page(request, "article", variables).about("article");
        if (!told.has("article")) {
            return Found.NOTHING;
        }
        Data article = told.data().of("article");
        String path = Frame.link(article.text("url"), frames.site());
        // a form that is sent to where the article once lay is shown as it was typed all the same
        if (!path.equals(request.path().rawPath()) && !forms.refused()) {
            return forms.thanks().isEmpty()
                    ? new Found.Elsewhere(301, path, Set.of(Page.key(article)))
                    : new Found.Elsewhere(303, path + "?thanks=" + forms.thanks());
        }
        byte[] html = Html.of(out -> JtearticleGenerated.render(
                out, Html.NONE, frames.of(path, told.data()), told.data(), article, forms, path));
        Page page = FormPages.page(html, forms, keys(article, told.data().list("mostRead")), told);
        boolean everybodys = page.shared() && !Sending.signedIn(request) && !variables.containsKey("entries");
        return new Found.Shown(everybodys ? page.changedAt(changes.of(path, page.tag())) : page);
    }

    private static Set<String> keys(Data article, List<Data> mostRead) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(Page.key(article));
        keys.add(Page.key("section", article.of("section").text("slug")));
        article.list("tags").forEach(tag -> keys.add(Page.key("tag", tag.text("slug"))));
        article.list("authors").forEach(author -> keys.add(Page.key("author", author.text("slug"))));
        if (article.of("section").flag("news")) {
            article.list("related").forEach(near -> keys.add(Page.key(near)));
        }
        mostRead.forEach(read -> keys.add(Page.key(read)));
        return keys;
    }
}
