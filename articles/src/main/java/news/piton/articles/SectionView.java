package news.piton.articles;

/**
 * A part of the paper, such as News or Sport. Every article stands in exactly one.
 *
 * @param version grows by one with every change
 */
public record SectionView(long id, String slug, String name, int version) {}
