/** The program: command line, configuration and the reader site. It finds every context as a plugin and knows none. */
@NullMarked
package news.piton.app;

import org.jspecify.annotations.NullMarked;
