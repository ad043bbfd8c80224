/**
 * Brings a WordPress site's posts in: what a post becomes here, what its markup becomes, and what is left out and why.
 *
 * <p>The rules, in one place. Nothing becomes public that was not: posts that are private or behind a password come in as
 * drafts, pending ones in review, scheduled ones scheduled if their time is still to come and as drafts if it is not. The
 * trash, autosaves, pages, menus and what plugins keep as posts stay out and are counted. A post stands in the section of
 * its primary category (which SEO plugins note), else of its first; its other categories become tags, after its own.
 * Categories below categories are sections of their own. Titles and excerpts lose their markup; bodies go through the same
 * sanitiser as everything else. Pictures stay where they are: an import opens no address.
 */
@NullMarked
package news.piton.articles.internal.wordpress;

import org.jspecify.annotations.NullMarked;
