package news.piton.articles.internal.search;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.piton.articles.internal.article.Slug;

/**
 * Text as the search index holds it, made the same way for what is stored and what is looked for: without case, accents,
 * apostrophes and the dots of U.N. All words are held, WHO and IT like any other.
 */
public final class SearchWords {
    /** How many words of a query count. */
    public static final int MOST = 12;

    private static final int LONGEST = 40;
    private static final int WHOLE = 3;
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]++(?:['’ʼ.][\\p{L}\\p{N}\\p{M}]++)*+");
    private static final Pattern PARTS = Pattern.compile("[^a-z0-9\\p{L}\\p{N}]+");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’ʼ][sS]$");
    private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ]");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{L}(?:\\.\\p{L})+");

    /** In nearly every text, and so no help in finding one. */
    private static final Set<String> COMMON = Set.of("a", "an", "and", "in", "of", "the", "to");

    private SearchWords() {}

    /** The words of a text, in its order. */
    public static Stream<String> all(String text) {
        return pieces(text).flatMap(SearchWords::fold);
    }

    /** The same without those common ones that are written small. */
    static Stream<String> telling(String text) {
        return pieces(text).filter(piece -> !common(piece)).flatMap(SearchWords::fold);
    }

    static boolean common(String word) {
        return COMMON.contains(word);
    }

    private static Stream<String> pieces(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    /** Whether a word that is looked for also finds longer ones that begin with it: from four letters on. */
    static boolean open(String word) {
        return word.length() > WHOLE;
    }

    /** Whether a word of a text is what is looked for. */
    static boolean meets(String word, String wanted) {
        return open(wanted) ? word.startsWith(wanted) : word.equals(wanted);
    }

    private static Stream<String> fold(String piece) {
        String plain = PLAIN.matcher(piece).matches() ? piece.toLowerCase(Locale.ROOT) : null;
        return (plain == null ? parts(piece) : Stream.of(plain))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() <= LONGEST ? word : word.substring(0, LONGEST));
    }

    /** The words of a piece that is more than letters and digits of ASCII, which few are. */
    private static Stream<String> parts(String piece) {
        String plain = ABBREVIATION.matcher(piece).matches() ? piece.replace(".", "") : piece;
        String name =
                APOSTROPHE.matcher(POSSESSIVE.matcher(plain).replaceFirst("")).replaceAll("");
        return PARTS.splitAsStream(Slug.fold(name));
    }
}
