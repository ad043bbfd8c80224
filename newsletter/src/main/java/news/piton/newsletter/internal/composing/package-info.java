/** How an issue comes to be: today's headlines, and what happens when an article is withdrawn. */
@NullMarked
package news.piton.newsletter.internal.composing;

import org.jspecify.annotations.NullMarked;
