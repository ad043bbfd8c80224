@NullMarked
package news.piton.core.settings;

import org.jspecify.annotations.NullMarked;
