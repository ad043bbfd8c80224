package news.piton.newsletter.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Builds the text half of a mail: lines of at most 76 characters where words allow it; addresses are never broken. */
final class PlainText {
    private static final int WIDTH = 76;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private final List<String> lines = new ArrayList<>();

    PlainText paragraph(String text) {
        line(text);
        lines.add("");
        return this;
    }

    PlainText line(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : List.of(SPACE.split(text.strip()))) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return this;
    }

    /** Without the empty lines at the end, with a line break after the last line. */
    @Override
    public String toString() {
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}
