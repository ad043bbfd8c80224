/** What an issue and our other mails look like: HTML and plain text from the same content. */
@NullMarked
package news.piton.newsletter.internal.layout;

import org.jspecify.annotations.NullMarked;
