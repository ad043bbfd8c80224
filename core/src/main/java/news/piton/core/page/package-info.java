/**
 * Lists that can grow: Relay connections (the GraphQL Cursor Connections specification) over keysets, so that page 10,000
 * costs what page 1 does.
 */
@NullMarked
package news.piton.core.page;

import org.jspecify.annotations.NullMarked;
