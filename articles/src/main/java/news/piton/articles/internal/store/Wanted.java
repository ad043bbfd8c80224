package news.piton.articles.internal.store;

/** What to read along with an article, in the same statement. */
public record Wanted(BodyParts body, boolean tags, boolean authors) {
    public static final Wanted NOTHING = new Wanted(BodyParts.NONE, false, false);

    /** Which parts of a body; the word count comes with any, a text that is not wanted comes back empty. */
    public record BodyParts(boolean any, boolean html, boolean text) {
        public static final BodyParts NONE = new BodyParts(false, false, false);
        public static final BodyParts ALL = new BodyParts(true, true, true);

        BodyParts and(BodyParts other) {
            return new BodyParts(any || other.any, html || other.html, text || other.text);
        }
    }

    /** The same, and the plain text. */
    public Wanted withText() {
        return new Wanted(body.and(new BodyParts(true, false, true)), tags, authors);
    }

    /** Both together. */
    Wanted and(Wanted other) {
        return new Wanted(body.and(other.body), tags || other.tags, authors || other.authors);
    }
}
