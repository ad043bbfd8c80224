package news.piton.articles.internal.article;

/** Who sent copy, as the SOURCE line has it: plain text, 1 to {@value #LONGEST} characters. */
public record SourceName(String text) {
    public static final int LONGEST = 200;

    public SourceName {
        text = PlainText.required("The name", text, LONGEST);
    }
}
