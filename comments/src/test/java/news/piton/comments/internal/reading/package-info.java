@NullMarked
package news.piton.comments.internal.reading;

import org.jspecify.annotations.NullMarked;
