package news.piton.articles.internal.store;

/**
 * What to read of an article beside what every article has.
 *
 * @param image whether its image is wanted; the view of an article read without says that it has none
 * @param source the same for its source
 * @param badges the same for whether it is live or retracted, or may have a live blog or corrections
 */
public record ArticleParts(BodyParts body, boolean image, boolean source, boolean badges) {
    /** All that the view of an article shows, and no body. */
    public static final ArticleParts VIEW = new ArticleParts(BodyParts.NONE, true, true, true);

    public static final ArticleParts FEWEST = new ArticleParts(BodyParts.NONE, false, false, false);

    /** The same, and the plain text. */
    public ArticleParts withText() {
        return new ArticleParts(body.and(new BodyParts(true, false, true)), image, source, badges);
    }

    /** Both together. */
    public ArticleParts and(ArticleParts other) {
        return new ArticleParts(
                body.and(other.body), image || other.image, source || other.source, badges || other.badges);
    }
}
