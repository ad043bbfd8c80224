package news.piton.articles.internal.article;

/** A tag as somebody wrote it. Two names with the same slug are the same tag. */
public record TagName(String text) {
    public static final int LONGEST = 100;

    public TagName {
        text = PlainText.required("A tag", text, LONGEST);
    }

    public Slug slug() {
        return Slug.naming("tag", text);
    }
}
