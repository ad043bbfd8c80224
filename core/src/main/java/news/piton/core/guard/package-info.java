/** What strangers may do and how often: client addresses behind proxies, rate limits, proof of work. */
@NullMarked
package news.piton.core.guard;

import org.jspecify.annotations.NullMarked;
