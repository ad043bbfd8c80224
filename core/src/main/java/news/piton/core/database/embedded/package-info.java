/**
 * A real MariaDB that comes inside a jar: Piton's database when no server is configured, and the one behind the build and
 * the tests. {@link news.piton.core.database.embedded.EmbeddedMariaDb} is the door.
 *
 * <p>The build compiles this package ahead of the rest of core, because it generates core's own tables with it. It may
 * therefore use libraries and {@code Migrations}, and nothing else of core.
 */
@NullMarked
package news.piton.core.database.embedded;

import org.jspecify.annotations.NullMarked;
