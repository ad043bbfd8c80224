/** The one mutation contract: binding, permission, transaction, validateOnly, idempotency, audit, payload. */
@NullMarked
package news.piton.core.host.mutation;

import org.jspecify.annotations.NullMarked;
