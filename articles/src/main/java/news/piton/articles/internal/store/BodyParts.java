package news.piton.articles.internal.store;

/** Which parts of a body; the word count comes with any, a text that is not wanted comes back empty. */
public record BodyParts(boolean any, boolean html, boolean text) {
    public static final BodyParts NONE = new BodyParts(false, false, false);

    /** Both together. */
    public BodyParts and(BodyParts other) {
        return new BodyParts(any || other.any, html || other.html, text || other.text);
    }
}
