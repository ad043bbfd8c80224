package news.piton.articles.internal.store;

/** Which parts of its body to read along with an article; the word count comes with any, a text not wanted comes back empty. */
public record BodyParts(boolean any, boolean html, boolean text) {
    public static final BodyParts NONE = new BodyParts(false, false, false);
    public static final BodyParts ALL = new BodyParts(true, true, true);

    /** The same, and the plain text. */
    public BodyParts withText() {
        return new BodyParts(true, html, true);
    }

    /** Both together. */
    public BodyParts and(BodyParts other) {
        return new BodyParts(any || other.any, html || other.html, text || other.text);
    }
}
