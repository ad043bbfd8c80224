/** How the parts of the context are put together, each by itself; the plugin calls them one after the other. */
@NullMarked
package news.piton.articles.internal.wiring;

import org.jspecify.annotations.NullMarked;
