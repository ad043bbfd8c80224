package news.piton.articles.internal.article;

/** A name as it stands in a byline: plain text, 1 to {@value #LONGEST} characters. */
public record AuthorName(String text) {
    public static final int LONGEST = 150;

    public AuthorName {
        text = PlainText.required("The name", text, LONGEST);
    }
}
