@NullMarked
package news.piton.comments.internal.thread;

import org.jspecify.annotations.NullMarked;
