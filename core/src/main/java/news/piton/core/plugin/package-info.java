/** The plugin SPI: the types that whoever writes a module needs to know. */
@NullMarked
package news.piton.core.plugin;

import org.jspecify.annotations.NullMarked;
