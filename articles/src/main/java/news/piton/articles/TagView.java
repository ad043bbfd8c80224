package news.piton.articles;

/**
 * A subject that articles of all sections may share.
 *
 * @param version grows by one with every change
 */
public record TagView(long id, String slug, String name, int version) {}
