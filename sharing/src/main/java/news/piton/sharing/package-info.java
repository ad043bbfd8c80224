/**
 * Sharing: links that carry an article out into the world, and what comes back of them.
 *
 * <p>Every published article has a short link that is computed from its id, so nothing is stored to make one, and the links of
 * ten channels around it, each with a mark that tells the channels apart. Whoever opens one is redirected to the article and
 * counted: added up in memory, written down every few seconds, without cookies, addresses or any other trace of a person.
 * A reader can also have us mail an article to a friend. That is a feature spammers love, so the mail has no words but ours
 * and a name, is limited from all sides, costs proof of work, and a friend can say: never again.
 *
 * <p>Begin with {@code internal.linking.Channels} and {@code internal.friend.SendToFriend}.
 */
@NullMarked
@BoundedContext(name = "sharing", uses = "articles")
package news.piton.sharing;

import news.piton.core.plugin.BoundedContext;
import org.jspecify.annotations.NullMarked;
