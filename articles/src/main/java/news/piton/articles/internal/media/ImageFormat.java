package news.piton.articles.internal.media;

/** What images are stored and served as. */
public enum ImageFormat {
    /** Photographs. */
    JPG("image/jpeg"),
    /** Drawings, and whatever is translucent. */
    PNG("image/png");

    private final String contentType;

    ImageFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** As files are named. */
    public String extension() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
