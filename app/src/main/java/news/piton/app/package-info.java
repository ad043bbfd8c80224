/**
 * The program: command line, configuration, GraphiQL. Knows core's host and no context: those are found at run time, like
 * any plugin.
 */
@NullMarked
package news.piton.app;

import org.jspecify.annotations.NullMarked;
