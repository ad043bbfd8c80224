package news.piton.articles;

import org.jspecify.annotations.Nullable;

/**
 * A name that stands above articles. It is no staff account: a columnist has a byline and no password.
 *
 * @param bio one or two sentences about the person, as plain text
 * @param version grows by one with every change
 */
public record AuthorView(
        long id, String slug, String name, @Nullable String bio, int version) {}
