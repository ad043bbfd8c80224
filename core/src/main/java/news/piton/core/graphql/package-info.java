/** What a fetcher needs: who calls, batch loaders, connections, the one mutation contract. */
@NullMarked
package news.piton.core.graphql;

import org.jspecify.annotations.NullMarked;
