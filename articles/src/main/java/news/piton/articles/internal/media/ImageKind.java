package news.piton.articles.internal.media;

import java.nio.charset.StandardCharsets;

/** The kinds of images that are taken, told apart by how their files begin and never by what a client says of them. */
enum ImageKind {
    JPEG,
    PNG,
    WEBP,
    GIF;

    /** How much of a file {@link #of} looks at. */
    static final int BEGINNING = 12;

    /** @throws UnfitImage UNKNOWN_KIND */
    static ImageKind of(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return GIF;
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return WEBP;
        }
        throw new UnfitImage(
                UnfitImage.Why.UNKNOWN_KIND,
                "This is not a JPEG, PNG, WebP or GIF file, whatever its name says. Save it as one of these.");
    }
}
