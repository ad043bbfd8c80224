package news.piton.articles.internal.store;

import java.time.Instant;
import news.piton.articles.internal.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of a live blog said before it was changed.
 *
 * @param version of the entry while it said so
 * @param at the time that it told of
 * @param writtenBy the name of who had posted or last changed it
 * @param replacedAt when it was changed
 */
public record LiveWording(
        int version, @Nullable String headline, Body body, Instant at, String writtenBy, Instant replacedAt) {}
