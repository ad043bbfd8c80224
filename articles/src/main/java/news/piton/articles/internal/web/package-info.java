/** The plain HTTP routes of images: staff upload them, everybody gets them. */
@NullMarked
package news.piton.articles.internal.web;

import org.jspecify.annotations.NullMarked;
