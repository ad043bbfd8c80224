/** What all modules have to know of texts. */
@NullMarked
package news.piton.core.text;

import org.jspecify.annotations.NullMarked;
