/**
 * Writes comments in formats that others read: below the posts of a WordPress export, and as JSON lines. What an author said and
 * took back is in neither.
 */
@NullMarked
package news.piton.comments.internal.exporting;

import org.jspecify.annotations.NullMarked;
