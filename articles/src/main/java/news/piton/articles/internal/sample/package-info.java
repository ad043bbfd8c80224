/** The Saint Brendan Herald: a made-up paper of a made-up island, so that a new installation has something to show. */
@NullMarked
package news.piton.articles.internal.sample;

import org.jspecify.annotations.NullMarked;
