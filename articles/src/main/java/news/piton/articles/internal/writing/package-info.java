/** Writing and publishing: what a newsroom does with an article, one use case each. */
@NullMarked
package news.piton.articles.internal.writing;

import org.jspecify.annotations.NullMarked;
