/** What an article has been: its revisions, and what is different between two of them. */
@NullMarked
package news.piton.articles.internal.revising;

import org.jspecify.annotations.NullMarked;
