package news.piton.articles.internal.article;

/** The line or two between headline and text: plain text, 1 to {@value #LONGEST} characters. */
public final class Standfirst extends Line {
    public static final int LONGEST = 1_000;

    /** @throws Invalid when there is nothing to see in it, or too much */
    public Standfirst(String given) {
        super(PlainText.required("The standfirst", given, LONGEST));
    }

    private Standfirst(Stored row) {
        super(row.text());
    }

    /** As a row holds it. */
    public static Standfirst stored(String text) {
        return new Standfirst(new Stored(text));
    }
}
