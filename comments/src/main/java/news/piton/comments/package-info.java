/**
 * What readers say under an article, and what the newsroom makes of it.
 *
 * <p>A guest {@linkplain news.piton.comments.internal.posting.PostComment posts} a name and a text, and holds a receipt in
 * return: there are no accounts. Automatic {@linkplain news.piton.comments.internal.policy.Checks checks} mark what may break
 * one of the six rules of the policy; they never decide. Every comment of a guest waits until {@linkplain
 * news.piton.comments.internal.moderation.Moderation a moderator} approves it, rejects it and names the rule, or calls it
 * spam; every decision is kept. Readers see what is approved and hangs from nothing hidden. With the receipt
 * the author can ask what became of the comment, change it for some minutes while it waits, and take it back.
 *
 * <p>The comments of one article are a discussion: it can be closed, and whoever changes it locks its row first, so that
 * two moderators never decide the same comment. Others ask {@link news.piton.comments.Comments} for counts and listen to
 * {@link news.piton.comments.CommentPosted}, {@link news.piton.comments.CommentApproved} and {@link
 * news.piton.comments.CommentRejected}. Articles do not know of any of this: the fields on {@code Article} are put there
 * from here.
 */
@NullMarked
@BoundedContext(name = "comments", uses = "articles")
package news.piton.comments;

import news.piton.core.plugin.BoundedContext;
import org.jspecify.annotations.NullMarked;
