/**
 * The program: command line, configuration, reader site, GraphiQL. Knows core's host and no context: those are found at run time, like
 * any plugin.
 */
@BoundedContext(name = "app", uses = "core")
@NullMarked
package news.piton.app;

import news.piton.core.plugin.BoundedContext;
import org.jspecify.annotations.NullMarked;
