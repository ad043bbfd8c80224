/** What an editor looks at before an article is published, as data. */
@NullMarked
package news.piton.articles.internal.checks;

import org.jspecify.annotations.NullMarked;
