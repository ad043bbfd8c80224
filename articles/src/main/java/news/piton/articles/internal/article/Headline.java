package news.piton.articles.internal.article;

/** What stands above an article: plain text, 1 to {@value #LONGEST} characters. */
public final class Headline extends Line {
    public static final int LONGEST = 250;

    /** @throws Invalid when there is nothing to see in it, or too much */
    public Headline(String given) {
        super(PlainText.required("The headline", given, LONGEST));
    }

    private Headline(Stored row) {
        super(row.text());
    }

    /** As a row holds it. */
    public static Headline stored(String text) {
        return new Headline(new Stored(text));
    }
}
