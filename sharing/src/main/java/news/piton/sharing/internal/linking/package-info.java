/** The links of an article: the short one, and those of the channels. */
@NullMarked
package news.piton.sharing.internal.linking;

import org.jspecify.annotations.NullMarked;
