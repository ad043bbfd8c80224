@NullMarked
package news.piton.comments.internal.policy;

import org.jspecify.annotations.NullMarked;
