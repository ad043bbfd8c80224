package news.piton.articles.internal.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param closedAt null while it takes entries */
public record LiveBlog(
        long articleId, Instant startedAt, @Nullable Instant closedAt) {

    public boolean open() {
        return closedAt == null;
    }
}
