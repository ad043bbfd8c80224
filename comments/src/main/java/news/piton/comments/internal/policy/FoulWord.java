package news.piton.comments.internal.policy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One word of the list, or a few that belong together, found as a whole word in its disguises: other case, accents, digits and signs for letters, letters
 * drawn out ("fuuuck"), stars inside ("f*ck"), and spelt with gaps ("f.u.c.k"). Words that only contain it, such as
 * Scunthorpe, are left alone.
 */
final class FoulWord {
    private static final String SIGNS = "@4310!|$57+8";
    private static final String LETTERS = "aaeioiissttb";
    private static final String ENDING = "(?:e?s|e[dr]s?|ing?|y)?";
    private final Pattern pattern;

    /** Where a word was found, in chars. */
    record Place(int start, int end) {}

    FoulWord(String word) {
        String folded = fold(word).replaceAll("[^\\p{L}]+", " ").strip();
        String gapped = folded.replace(" ", "")
                .chars()
                .mapToObj(Character::toString)
                .collect(Collectors.joining("[ ._*-]{1,2}+"));
        pattern = Pattern.compile("(?<![\\p{L}\\d])(?:" + whole(folded) + ENDING + "|" + gapped + ")(?![\\p{L}\\d])");
    }

    /** All places in a {@linkplain #fold folded} text. */
    List<Place> places(String folded) {
        return pattern.matcher(folded)
                .results()
                .map(found -> new Place(found.start(), found.end()))
                .toList();
    }

    /**
     * The text with every disguised letter as the plain small one, char by char, so that places in it are places in the
     * text. Numbers stay numbers: a sign stands for a letter only inside a word that has letters too.
     */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(plain(text.charAt(i)));
        }
        for (int start = 0; start < folded.length(); ) {
            int end = start;
            boolean letters = false;
            while (end < folded.length() && !Character.isWhitespace(folded.charAt(end))) {
                letters |= Character.isLetter(folded.charAt(end));
                end++;
            }
            for (int i = start; letters && i < end; i++) {
                int sign = SIGNS.indexOf(folded.charAt(i));
                if (sign >= 0 && !endsASentence(folded, i)) {
                    folded.setCharAt(i, LETTERS.charAt(sign));
                }
            }
            start = end + 1;
        }
        return folded.toString();
    }

    private static boolean endsASentence(CharSequence text, int position) {
        boolean letterFollows = position + 1 < text.length() && Character.isLetterOrDigit(text.charAt(position + 1));
        return text.charAt(position) == '!' && !letterFollows;
    }

    private static char plain(char letter) {
        if (letter < 128) {
            return Character.toLowerCase(letter);
        }
        String decomposed = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
        return decomposed.toLowerCase(Locale.ROOT).charAt(0);
    }

    /** Each letter once or more, and as often as the word has it; a star stands for any letter but the first. */
    private static String whole(String word) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < word.length(); ) {
            int run = i + 1;
            while (run < word.length() && word.charAt(run) == word.charAt(i)) {
                run++;
            }
            String letter = word.substring(i, i + 1);
            if (letter.equals(" ")) {
                regex.append("[^\\p{L}]{1,3}+");
                i++;
                continue;
            }
            String drawnOut = letter + "{" + (run - i) + ",}+";
            regex.append(i == 0 ? drawnOut : "(?>" + drawnOut + "|[" + letter + "*]{" + (run - i) + "})");
            i = run;
        }
        return regex.toString();
    }
}
