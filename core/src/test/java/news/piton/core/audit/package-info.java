@NullMarked
package news.piton.core.audit;

import org.jspecify.annotations.NullMarked;
