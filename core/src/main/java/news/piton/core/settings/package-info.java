/** What an operator can set: every setting is declared, documented, typed and checked before the start. */
@NullMarked
package news.piton.core.settings;

import org.jspecify.annotations.NullMarked;
