/** What the tests of every module stand on. It is shipped in core's test-jar. */
@NullMarked
package news.piton.core.testing;

import org.jspecify.annotations.NullMarked;
