@NullMarked
package news.piton.comments.internal.store;

import org.jspecify.annotations.NullMarked;
