/** Core's own pages: the development outbox. */
@NullMarked
package news.piton.core.host.web;

import org.jspecify.annotations.NullMarked;
