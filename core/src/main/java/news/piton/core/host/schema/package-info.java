/** From the modules' SDL to one executable schema: merge, audit, wiring. */
@NullMarked
package news.piton.core.host.schema;

import org.jspecify.annotations.NullMarked;
