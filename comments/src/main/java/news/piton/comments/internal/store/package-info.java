/** All SQL of the comments; rows become records here and nowhere else. */
@NullMarked
package news.piton.comments.internal.store;

import org.jspecify.annotations.NullMarked;
