package news.piton.articles.internal.article;

/** The line or two between headline and text: plain text, 1 to {@value #LONGEST} characters. */
public record Standfirst(String text) {
    public static final int LONGEST = 1_000;

    public Standfirst {
        text = PlainText.required("The standfirst", text, LONGEST);
    }
}
