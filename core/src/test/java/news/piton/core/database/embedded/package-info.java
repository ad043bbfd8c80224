@NullMarked
package news.piton.core.database.embedded;

import org.jspecify.annotations.NullMarked;
