package news.piton.articles.internal.article;

/**
 * A text on one line, as somebody wrote it. Its rules are for what comes in; what is stored came in under those of its time,
 * and is taken as it is, so that no stricter rule can ever lock people out of what they have.
 */
abstract sealed class Line permits Headline, Standfirst, TagName, Reason {
    private final String text;

    /** @param text what has been checked, or stored */
    Line(String text) {
        this.text = text;
    }

    public final String text() {
        return text;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Line line && getClass() == line.getClass() && text.equals(line.text);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    @Override
    public final String toString() {
        return text;
    }

    /** What a row holds. */
    record Stored(String text) {}
}
