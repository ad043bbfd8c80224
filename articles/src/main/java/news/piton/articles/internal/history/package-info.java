/** What has been done with an article, step by step, by whom and why. */
@NullMarked
package news.piton.articles.internal.history;

import org.jspecify.annotations.NullMarked;
