package news.piton.articles.internal.media;

/** A file that does not become an image. The message is a sentence for whoever sent it. */
public final class UnfitImage extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whose fault it is, by what can be done about it. */
    public enum Why {
        /** Not one of the kinds that are taken. */
        UNKNOWN_KIND,
        /** Damaged, or larger than is worked on. */
        UNUSABLE,
        /** Not now: others are being worked on. */
        BUSY
    }

    private final Why why;

    public UnfitImage(Why why, String sentence) {
        super(sentence, null, false, false);
        this.why = why;
    }

    static UnfitImage unusable(String sentence) {
        return new UnfitImage(Why.UNUSABLE, sentence);
    }

    public Why why() {
        return why;
    }
}
