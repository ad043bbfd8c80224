/** What the page templates see: an answer's data, the page's frame, what a form holds. */
@NullMarked
package news.piton.app.site.view;

import org.jspecify.annotations.NullMarked;
