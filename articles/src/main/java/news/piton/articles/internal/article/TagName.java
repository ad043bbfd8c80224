package news.piton.articles.internal.article;

/**
 * A tag as somebody wrote it: plain text, 1 to {@value #LONGEST} characters. Two names with the same slug are the same tag.
 */
public final class TagName extends Line {
    public static final int LONGEST = 100;

    /** @throws Invalid when there is nothing to see in it, or too much */
    public TagName(String given) {
        super(PlainText.required("A tag", given, LONGEST));
    }

    private TagName(Stored row) {
        super(row.text());
    }

    /** As a row holds it. */
    public static TagName stored(String text) {
        return new TagName(new Stored(text));
    }

    public Slug slug() {
        return Slug.naming("tag", text());
    }
}
