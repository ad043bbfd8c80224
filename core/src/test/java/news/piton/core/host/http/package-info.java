@NullMarked
package news.piton.core.host.http;

import org.jspecify.annotations.NullMarked;
