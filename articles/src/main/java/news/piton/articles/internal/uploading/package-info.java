/** What staff do with images: upload them, say what they show; and what nobody uses is dropped. */
@NullMarked
package news.piton.articles.internal.uploading;

import org.jspecify.annotations.NullMarked;
