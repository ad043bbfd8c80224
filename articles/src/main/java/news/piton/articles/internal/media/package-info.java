/** Uploaded images as files: what may come in, how it is read without harm, what is made of it and where that lies. */
@NullMarked
package news.piton.articles.internal.media;

import org.jspecify.annotations.NullMarked;
