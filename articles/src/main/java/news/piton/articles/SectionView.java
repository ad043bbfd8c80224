package news.piton.articles;

/**
 * A part of the paper, such as News or Sport. Every article stands in exactly one.
 *
 * @param version grows by one with every change
 */
public record SectionView(long id, String slug, String name, int version) {
    /** The slug of the section whose articles are no news but a site's pages: imprint, contact. Imports put them there. */
    public static final String PAGES = "pages";

    /** Whether its articles are news, as those of all sections are but one. */
    public boolean news() {
        return !slug.equals(PAGES);
    }
}
