/** Runs exports: every module that knows a format writes its part, in the order in which the modules depend on each other. */
@NullMarked
package news.piton.core.host.exporting;

import org.jspecify.annotations.NullMarked;
