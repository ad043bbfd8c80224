/**
 * Brings a WordPress site's posts in: what a post becomes here, what its markup becomes, and what is left out and why.
 *
 * <p>The rules, in one place. Nothing becomes public that was not: posts that are private or behind a password come in as
 * drafts, pending ones in review, scheduled ones scheduled if their time is still to come and as drafts if it is not. Pages
 * come into the section {@code pages}, which lists of news leave out. The trash, autosaves, menus and what plugins keep as
 * posts stay out and are counted, and so is whatever a post loses. Reusable blocks, which stand apart, come into the posts that
 * show them. A post stands in the section of its primary category (which
 * SEO plugins note), else of its first; its other categories become tags, after its own. Categories below categories are
 * sections of their own. Titles and excerpts lose their markup; bodies go through the same sanitiser as everything else. Every
 * address that led to a post or to a page of one of its files leads to the article. Pictures stay where they are unless the
 * operator asks for them: an import opens no address otherwise.
 *
 * <p>A hundred posts at a time are looked up and written together, so that an import that was stopped or killed passes over
 * what it has brought in at the speed of reading.
 */
@NullMarked
package news.piton.articles.internal.wordpress;

import org.jspecify.annotations.NullMarked;
