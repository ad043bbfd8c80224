@NullMarked
package news.piton.core.job;

import org.jspecify.annotations.NullMarked;
