package news.piton.articles.internal.body;

import java.util.List;
import java.util.regex.Pattern;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.PlainText;
import news.piton.core.text.StreamSafe;

/**
 * The text of an article.
 *
 * @param html canonical: what {@link CanonicalHtml} makes, with no more marks on a letter than {@link StreamSafe} allows; safe
 *     to insert into a page as it is
 * @param text the same without markup, an empty line between blocks
 * @param wordCount words, as a reader would count them
 */
public record Body(String html, String text, int wordCount) {
    /** The longest text that is taken in, in characters: some 60,000 words. */
    public static final int LONGEST = 400_000;

    /** For those who may not read it. */
    public static final Body NONE = new Body("", "", 0);

    /** Silent reading of English non-fiction: M. Brysbaert, "How many words do we read per minute?", 2019. */
    private static final int WORDS_PER_MINUTE = 238;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** @throws Invalid when it is too long, nested deeper than can be read, or holds a picture itself */
    public static Body fromMarkdown(String markdown) {
        return canonical(Markdown.toHtml(checked(markdown)));
    }

    /** @throws Invalid when it is too long, nested deeper than can be read, or holds a picture itself */
    public static Body fromHtml(String html) {
        return canonical(checked(html));
    }

    private static Body canonical(String given) {
        String html = fitting(
                StreamSafe.of(CanonicalHtml.of(given))); // it may have become longer, and must go out and come in again
        String text = Blocks.text(html);
        long words = SPACE.splitAsStream(text)
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
        return new Body(html, text, (int) words);
    }

    private static String checked(String given) {
        return PlainText.printable(fitting(given));
    }

    private static String fitting(String given) {
        if (given.length() > LONGEST) {
            if (PastedPicture.swells(given)) {
                throw PastedPicture.refusal();
            }
            throw Invalid.tooLong(
                    "The text is too long: %,d characters, where at most %,d fit. Split it into several articles."
                            .formatted(given.length(), LONGEST));
        }
        return given;
    }

    public boolean isEmpty() {
        return html.isEmpty();
    }

    public int readingMinutes() {
        return Math.max(1, (wordCount + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE);
    }

    public List<Block> blocks() {
        return Blocks.of(html);
    }

    /** All pictures in it, in order, wherever they stand. */
    public List<Block.ImageBlock> images() {
        return html.contains("<img") ? Blocks.images(html) : List.of();
    }

    /** The blocks as they are, one after the other. */
    public List<Passage> passages() {
        return Blocks.passages(html);
    }
}
