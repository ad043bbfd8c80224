/** What an article is: values that check themselves, the states it can be in, and where its page lies. */
@NullMarked
package news.piton.articles.internal.article;

import org.jspecify.annotations.NullMarked;
