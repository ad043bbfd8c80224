/** Who is asking and what they may: staff accounts, sessions, API tokens, permissions. */
@NullMarked
package news.piton.core.identity;

import org.jspecify.annotations.NullMarked;
