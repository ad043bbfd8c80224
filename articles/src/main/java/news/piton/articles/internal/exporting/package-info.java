/**
 * Writes everything that the module holds in formats that others read.
 *
 * <p>As WXR, for WordPress: authors, sections as categories, tags, articles as posts (those of the section {@code pages} as
 * pages), pictures, those of texts too, as
 * attachments with their addresses, the text as WordPress's own blocks, and comments below. What WordPress has no place
 * for stands in custom fields that begin with {@code _piton_}, which WordPress keeps and Piton's import reads: source, old
 * addresses, credits, embargoes, when something is to be taken back and why it was. Corrections and the entries of live blogs
 * are told twice: to WordPress's readers in groups of blocks around the text, and in custom fields, by which Piton's import
 * takes them out of the text again. Posts are numbered by their age, so that an article has the same number in every export.
 *
 * <p>As JSON lines: one object a line, whose {@code type} is {@code site}, {@code section}, {@code source}, {@code author},
 * {@code tag}, {@code oldSlug}, {@code image}, {@code article}, {@code redirect}, then what has been written down about articles,
 * such as {@code revision}, and, last, {@code end} with the number of lines of this module; a file without it is cut off.
 * {@link JsonLinesExport} and {@link PastLines} document the fields of each. Times are UTC, ISO 8601.
 */
@NullMarked
package news.piton.articles.internal.exporting;

import org.jspecify.annotations.NullMarked;
