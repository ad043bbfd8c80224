package news.piton.articles.internal.fetching;

import java.io.IOException;

/** A file that did not come. The message is a short clause, the same for all of one kind of reason. */
public final class NotFetched extends IOException {
    private static final long serialVersionUID = 1;

    NotFetched(String why) {
        super(why);
    }
}
