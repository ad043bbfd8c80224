/**
 * Reads WordPress exports (WXR, WordPress eXtended RSS). {@link news.piton.articles.wxr.WxrReader} yields one record after
 * the other, so that a file of any size costs the memory of its largest item. It says what stands in the file and judges
 * nothing: what to make of a post, a comment or a category is for the importers, in this module and in others.
 *
 * <p>Versions 1.0, 1.1 and 1.2 are read alike. They differ in the address of their namespace and in elements that came
 * later; what an older file lacks is empty here.
 */
@NullMarked
package news.piton.articles.wxr;

import org.jspecify.annotations.NullMarked;
