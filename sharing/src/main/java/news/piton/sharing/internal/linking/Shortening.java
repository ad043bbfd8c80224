package news.piton.sharing.internal.linking;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts text to what a channel takes, between characters as readers see them, so that no emoji or accent is torn. */
final class Shortening {
    private Shortening() {}

    /** @param longest in UTF-16 units, which is never less strict than a channel's own count */
    static String to(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.preceding(longest);
        return text.substring(0, Math.max(0, end)).stripTrailing() + "…";
    }
}
