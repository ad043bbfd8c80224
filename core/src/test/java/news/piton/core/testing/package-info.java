/** What tests of every module stand on: a real host on a real port over a real database, with a driven clock. */
@NullMarked
package news.piton.core.testing;

import org.jspecify.annotations.NullMarked;
