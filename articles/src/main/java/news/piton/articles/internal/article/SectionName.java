package news.piton.articles.internal.article;

/** What a part of the paper is called: plain text, 1 to {@value #LONGEST} characters. */
public record SectionName(String text) {
    public static final int LONGEST = 100;

    public SectionName {
        text = PlainText.required("The name", text, LONGEST);
    }
}
