package news.piton.articles;

/** A subject that articles of all sections may share. */
public record TagView(long id, String slug, String name) {}
