/** Fetches files from other sites, when an operator asks for it, and from nowhere inside the network that Piton runs in. */
@NullMarked
package news.piton.articles.internal.fetching;

import org.jspecify.annotations.NullMarked;
