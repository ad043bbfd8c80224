/** The site that this installation publishes: its name, its address on the web, its time zone. */
@NullMarked
package news.piton.core.site;

import org.jspecify.annotations.NullMarked;
