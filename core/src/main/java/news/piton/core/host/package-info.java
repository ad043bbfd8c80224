/**
 * The host: finds the plugins, orders, checks, migrates, installs and wires them, takes the port, and serves only
 * when all that can fail is done. {@link
 * news.piton.core.host.Host} tells the start in one screen. Internal to core and app.
 */
@NullMarked
package news.piton.core.host;

import org.jspecify.annotations.NullMarked;
