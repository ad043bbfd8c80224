package news.piton.articles.internal.article;

/** Where a section stands in the paper, among its siblings: 0 to 10,000. */
public record Position(int number) {
    private static final int LAST = 10_000;

    public Position {
        if (number < 0 || number > LAST) {
            throw Invalid.of("A position is a number from 0 to 10,000, not " + number + ".");
        }
    }
}
