/** Articles that have a past: taken over from another system as they were there. */
@NullMarked
package news.piton.articles.internal.archive;

import org.jspecify.annotations.NullMarked;
