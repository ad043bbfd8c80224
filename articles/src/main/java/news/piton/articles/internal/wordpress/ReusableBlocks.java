package news.piton.articles.internal.wordpress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.articles.internal.article.Invalid;

/**
 * Puts into a text what it shows of blocks that stand apart from posts, which WordPress does when it shows the page. Those may
 * show others; what the export does not hold, or what would show itself, stays as it is.
 */
final class ReusableBlocks {
    /** WordPress writes a {@code >} in the attributes of blocks otherwise. */
    private static final Pattern SHOWN = Pattern.compile("<!--\\s++wp:(?:core/)?block\\s++([^\\n>]{0,2000}?)/-->");

    private static final Pattern NUMBER = Pattern.compile("\"ref\":\\s*([0-9]{1,18})");
    private static final int DEEPEST = 5;

    private final Shelf shelf;
    private final int longest;
    private final Map<Long, String> whole = new HashMap<>();
    private final Set<Long> open = new HashSet<>();

    private ReusableBlocks(Shelf shelf, int longest) {
        this.shelf = shelf;
        this.longest = longest;
    }

    /** @throws Invalid when it becomes longer than so many characters */
    static String putInto(String content, Shelf shelf, int longest) {
        return new ReusableBlocks(shelf, longest).filled(content);
    }

    private String filled(String content) {
        List<Long> shown = SHOWN.matcher(content)
                .results()
                .map(found -> number(found.group(1)))
                .distinct()
                .toList();
        if (shown.isEmpty() || open.size() == DEEPEST) {
            return content;
        }
        look(shown.stream()
                .filter(number -> !whole.containsKey(number) && !open.contains(number))
                .toList());
        StringBuilder text = new StringBuilder();
        Matcher next = SHOWN.matcher(content);
        int from = 0;
        while (next.find()) {
            String block = whole.get(number(next.group(1)));
            text.append(content, from, next.start()).append(block == null ? next.group() : block);
            from = next.end();
            if (text.length() > longest) {
                throw Invalid.tooLong("The text is too long.");
            }
        }
        return text.append(content, from, content.length()).toString();
    }

    /** 0 for none. */
    private static long number(String attributes) {
        Matcher number = NUMBER.matcher(attributes);
        return number.find() ? Long.parseLong(number.group(1)) : 0;
    }

    private void look(List<Long> numbers) {
        if (!numbers.isEmpty()) {
            Map<Long, String> found = shelf.blocks(numbers);
            numbers.stream().filter(found::containsKey).forEach(number -> {
                open.add(number);
                whole.put(number, filled(found.getOrDefault(number, "")));
                open.remove(number);
            });
        }
    }
}
