package news.piton.articles.internal.article;

import org.jspecify.annotations.Nullable;

/** A sentence or two about an author: plain text, 1 to 1,000 characters. */
public record Bio(String text) {
    public static final int LONGEST = 1_000;

    public Bio {
        text = PlainText.required("The bio", text, LONGEST);
    }

    /** Null for a blank text. */
    public static @Nullable Bio of(String text) {
        String tidy = PlainText.optional("The bio", text, LONGEST);
        return tidy == null ? null : new Bio(tidy);
    }
}
