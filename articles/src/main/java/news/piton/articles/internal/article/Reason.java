package news.piton.articles.internal.article;

/** Why an article was taken back, for colleagues: plain text, 1 to {@value #LONGEST} characters. */
public record Reason(String text) {
    public static final int LONGEST = 500;

    public Reason {
        text = PlainText.required("The reason", text, LONGEST);
    }
}
