package news.piton.articles.internal.article;

/** What stands above an article: plain text, 1 to {@value #LONGEST} characters. */
public record Headline(String text) {
    public static final int LONGEST = 250;

    public Headline {
        text = PlainText.required("The headline", text, LONGEST);
    }
}
