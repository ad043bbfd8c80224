@NullMarked
package news.piton.comments;

import org.jspecify.annotations.NullMarked;
