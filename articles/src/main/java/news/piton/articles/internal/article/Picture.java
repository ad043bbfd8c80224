package news.piton.articles.internal.article;

import org.jspecify.annotations.Nullable;

/**
 * A main picture that lies on the web.
 *
 * @param width in pixels; 0 when it is not known, as an import may not
 * @param height in pixels; 0 when it is not known
 * @param alt what the picture shows; empty when an import did not tell
 */
public record Picture(
        WebAddress url,
        int width,
        int height,
        String alt,
        @Nullable String caption,
        @Nullable String credit) {
    public static final int LARGEST = 100_000;
    public static final int LONGEST_TEXT = 1_000;
    public static final int LONGEST_CREDIT = 250;

    public Picture {
        if (width < 0 || width > LARGEST || height < 0 || height > LARGEST) {
            throw Invalid.of(
                    "Width and height of a picture are 1 to 100,000 pixels, not " + width + " by " + height + ".");
        }
        String described = PlainText.optional("The description of the picture", alt, LONGEST_TEXT);
        alt = described == null ? "" : described;
        caption = PlainText.optional("The caption", caption, LONGEST_TEXT);
        credit = PlainText.optional("The credit", credit, LONGEST_CREDIT);
    }

    /** What an editor must tell and an import may not know. */
    public Picture complete() {
        if (width == 0 || height == 0) {
            throw Invalid.of(
                    "Tell the width and the height of the picture, so that the page does not jump when it loads.");
        }
        if (alt.isEmpty()) {
            throw Invalid.blank("Say in `alt` what the picture shows, for readers who cannot see it.");
        }
        return this;
    }
}
