/** The text of an article: Markdown or HTML in, one canonical and safe HTML kept, plain text and typed blocks derived from it. */
@NullMarked
package news.piton.articles.internal.body;

import org.jspecify.annotations.NullMarked;
