package news.piton.comments.internal.sample;

import java.util.List;

/** What the readers of the sample paper say, article by article, the newest first. */
final class Conversations {
    static final List<List<Said>> ALL = List.of();

    private Conversations() {}
}
