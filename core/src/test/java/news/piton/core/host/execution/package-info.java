@NullMarked
package news.piton.core.host.execution;

import org.jspecify.annotations.NullMarked;
