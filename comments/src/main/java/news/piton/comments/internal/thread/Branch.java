package news.piton.comments.internal.thread;

import news.piton.core.page.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A page of the comments that hang from one place.
 *
 * @param parentId null for the top level
 */
public record Branch(long articleId, @Nullable Long parentId, PageRequest page) {}
