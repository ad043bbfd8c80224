/**
 * Brings the comments of a WordPress site in, below the articles that its posts have become.
 *
 * <p>What was approved there is approved here, and what waited there waits; both keep their thread, as deep as Piton shows
 * one. Spam, the trash, pingbacks, trackbacks and what plugins keep as comments stay out and are counted. A comment whose
 * parent is not there moves to the top. Where the old site had closed the comments they are closed, unless somebody here has
 * touched the discussion since. Nobody is told of old comments: an import publishes no events.
 */
@NullMarked
package news.piton.comments.internal.wordpress;

import org.jspecify.annotations.NullMarked;
