package news.piton.articles.internal.article;

/** Why an article was taken back, for colleagues: plain text, 1 to {@value #LONGEST} characters. */
public final class Reason extends Line {
    public static final int LONGEST = 500;

    /** @throws Invalid when there is nothing to see in it, or too much */
    public Reason(String given) {
        super(PlainText.required("The reason", given, LONGEST));
    }

    private Reason(Stored row) {
        super(row.text());
    }

    /** As a row holds it. */
    public static Reason stored(String text) {
        return new Reason(new Stored(text));
    }
}
