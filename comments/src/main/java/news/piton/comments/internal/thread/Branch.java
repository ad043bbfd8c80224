package news.piton.comments.internal.thread;

import news.piton.core.page.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A page of the comments that hang from one place.
 *
 * @param parentId null for the top level
 */
public record Branch(long articleId, @Nullable Long parentId, PageRequest page) {

    /** Equal for all branches whose select differs in nothing but its values. */
    public Branch shape() {
        return new Branch(0, parentId == null ? null : Long.valueOf(0), page.shape());
    }
}
