package news.piton.articles.internal.search;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.internal.article.Slug;

/**
 * Text as the full-text index holds it. MariaDB's own reading would drop UN and PM for their shortness and take O'Brien
 * apart, so the words are made here, the same way for what is stored and what is looked for: without case, accents,
 * apostrophes and the dots of U.N.; words of one or two letters are lengthened by underscores, which InnoDB counts as
 * letters; the commonest English words are passed over.
 */
public final class SearchWords {
    /** How many words of a query count. */
    public static final int MOST = 12;

    private static final int LONGEST = 40;
    private static final int WHOLE = 3;
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:['’ʼ.][\\p{L}\\p{N}\\p{M}]+)*");
    private static final Pattern PARTS = Pattern.compile("[^a-z0-9\\p{L}\\p{N}]+");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{L}(?:\\.\\p{L})+");

    /** InnoDB's stop words, which it would ignore, and which must therefore not be asked for. */
    private static final Set<String> PASSED_OVER = Set.of(
            "a", "about", "an", "and", "are", "as", "at", "be", "by", "com", "de", "en", "for", "from", "how", "i",
            "in", "is", "it", "la", "of", "on", "or", "that", "the", "this", "to", "was", "what", "when", "where",
            "who", "will", "with", "und", "www");

    private SearchWords() {}

    /** What the index stores for a text. */
    public static String stored(String text) {
        return words(text).collect(Collectors.joining(" "));
    }

    /** The query, as the distinct words that count; empty when none is left. */
    public static List<String> asked(String query) {
        return words(query).distinct().limit(MOST).toList();
    }

    /**
     * MariaDB's boolean query for all words at once. A word of four letters or more also finds longer ones that begin with
     * it. Nothing of what a reader typed can act as an operator, since words are letters, digits and underscores.
     */
    public static String expression(List<String> asked) {
        return asked.stream()
                .map(word -> open(word) ? "+" + word + "*" : "+" + word)
                .collect(Collectors.joining(" "));
    }

    /** Whether a piece of text is among the words asked for. */
    static boolean found(String piece, List<String> asked) {
        return fold(piece)
                .anyMatch(word -> asked.stream()
                        .anyMatch(wanted -> open(wanted) ? word.startsWith(wanted) : word.equals(wanted)));
    }

    private static boolean open(String word) {
        return word.length() > WHOLE && !word.endsWith("_");
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().flatMap(match -> fold(match.group()));
    }

    private static Stream<String> fold(String piece) {
        String plain = ABBREVIATION.matcher(piece).matches() ? piece.replace(".", "") : piece;
        String folded = Slug.fold(plain.replaceFirst("['’ʼ][sS]$", "").replaceAll("['’ʼ]", ""));
        return PARTS.splitAsStream(folded)
                .filter(word -> !word.isEmpty() && !PASSED_OVER.contains(word))
                .map(word ->
                        word.length() < WHOLE ? (word + "__") : word.substring(0, Math.min(word.length(), LONGEST)));
    }
}
