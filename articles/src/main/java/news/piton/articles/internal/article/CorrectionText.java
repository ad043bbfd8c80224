package news.piton.articles.internal.article;

/** What a correction tells readers: plain text, 1 to {@value #LONGEST} characters. */
public record CorrectionText(String text) {
    public static final int LONGEST = 2_000;

    public CorrectionText {
        text = PlainText.required("The text of the correction", text, LONGEST);
    }
}
