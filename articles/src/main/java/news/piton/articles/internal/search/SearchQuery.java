package news.piton.articles.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader looks for.
 *
 * @param words that must all be there, somewhere
 * @param phrases that must all be there, each with its words side by side and exactly so; what was in double quotes
 */
public record SearchQuery(List<String> words, List<List<String>> phrases) {
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]");

    /**
     * Reads what was typed; {@value SearchWords#MOST} words of it count. Common words that are written small do not, unless they
     * are in quotes or there is nothing else.
     */
    public static SearchQuery parse(String text) {
        List<List<String>> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        int left = SearchWords.MOST;
        for (MatchResult found : (Iterable<MatchResult>) quoted.results()::iterator) {
            List<String> words = SearchWords.all(found.group(1)).limit(left).toList();
            if (!words.isEmpty()) {
                phrases.add(words);
                left -= words.size();
            }
        }
        String rest = QUOTED.matcher(text).replaceAll(" ");
        List<String> words = SearchWords.telling(rest).distinct().limit(left).toList();
        return words.isEmpty() && phrases.isEmpty()
                ? new SearchQuery(SearchWords.all(rest).distinct().limit(left).toList(), List.of())
                : new SearchQuery(words, List.copyOf(phrases));
    }

    public boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }

    /** Whether a piece of text is among what is looked for; the common words of a phrase stand elsewhere too. */
    boolean found(String piece) {
        return SearchWords.all(piece)
                .anyMatch(word -> words.stream().anyMatch(wanted -> SearchWords.meets(word, wanted))
                        || (!SearchWords.common(word) && phrases.stream().anyMatch(phrase -> phrase.contains(word))));
    }
}
