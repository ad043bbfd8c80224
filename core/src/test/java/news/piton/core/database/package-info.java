@NullMarked
package news.piton.core.database;

import org.jspecify.annotations.NullMarked;
