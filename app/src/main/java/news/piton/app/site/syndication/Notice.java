package news.piton.app.site.syndication;

import java.time.Instant;
import java.util.List;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Frame;

/**
 * What the paper says on an article of its own mistake, or of what has changed.
 *
 * @param name as readers know it: Correction, Retraction
 */
record Notice(String name, String text, Instant at) {

    /** The notices on an article, newest first. */
    static List<Notice> of(Data article) {
        return article.list("corrections").stream().map(Notice::one).toList();
    }

    static Notice one(Data correction) {
        return new Notice(
                Frame.notice(correction.text("kind")),
                Characters.allowed(correction.text("text")),
                correction.time("at"));
    }
}
