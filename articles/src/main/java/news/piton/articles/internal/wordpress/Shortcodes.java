package news.piton.articles.internal.wordpress;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.articles.internal.store.ImportFile;

/**
 * The bracketed words of WordPress: captions and galleries become figures, players and embeds become links. What belongs to
 * a plugin that is not here disappears, but for the text inside; a bracket that could be a writer's own, like [sic] or [see page
 * 4], stays.
 */
final class Shortcodes {
    private static final Pattern TAG = Pattern.compile(
            "\\[(/?)([a-zA-Z][\\w-]{0,60})((?:\\s++(?:[\\w-]{1,60}\\s*+=\\s*+)?(?:\"[^\"]{0,4000}+\"|'[^']{0,4000}+'|[^\\s\\[\\]\"']++)){0,50}+)\\s*+/?\\]");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?:([\\w-]+)\\s*=\\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");
    private static final Pattern PICTURE =
            Pattern.compile("(?is)^\\s*((?:<a\\s[^>]*>\\s*)?<img\\s[^>]*>(?:\\s*</a>)?)(.*)$");
    private static final Set<String> FILES =
            Set.of("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv");

    private final String content;
    private final Shelf shelf;
    private final Consumer<String> lost;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> closings = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();

    private Shortcodes(String content, Shelf shelf, Consumer<String> lost) {
        this.lost = lost;
        this.content = content;
        this.shelf = shelf;
    }

    /** @param lost hears of the shortcodes that belong to plugins */
    static String replaced(String content, Shelf shelf, Consumer<String> lost) {
        return content.indexOf('[') < 0 ? content : new Shortcodes(content, shelf, lost).run();
    }

    private String run() {
        Matcher tag = TAG.matcher(content);
        int from = 0;
        for (int at = content.indexOf('['); at >= 0; at = content.indexOf('[', from)) {
            out.append(content, from, at);
            if (content.startsWith("[[", at)) {
                from = escaped(at);
            } else if (tag.region(at, content.length()).lookingAt()) {
                from = replace(tag);
            } else {
                out.append('[');
                from = at + 1;
            }
        }
        return out.append(content, from, content.length()).toString();
    }

    /** Two brackets stand for one that is meant as such. */
    private int escaped(int at) {
        int end = content.indexOf("]]", at);
        if (end < 0 || end - at > 4000) {
            out.append("[[");
            return at + 2;
        }
        out.append(content, at + 1, end + 1);
        return end + 2;
    }

    /** Writes what the tag at hand stands for, and returns where to read on. */
    private int replace(Matcher tag) {
        String name = tag.group(2);
        if (!tag.group(1).isEmpty()) {
            out.append(dropped.contains(name) ? "" : tag.group());
            return tag.end();
        }
        Map<String, String> attributes = attributes(tag.group(3));
        int closing = closing(name, tag.end());
        String inside = closing < 0 ? "" : content.substring(tag.end(), closing);
        int behind = closing < 0 ? tag.end() : closing + name.length() + 3;
        switch (name) {
            case "caption", "wp_caption" -> {
                out.append(closing < 0 ? "" : caption(inside, attributes.getOrDefault("caption", "")));
                return behind;
            }
            case "gallery", "playlist" -> {
                gallery(attributes).forEach(file -> out.append(file.isPicture() ? figure(file) : link(file.url())));
                return tag.end();
            }
            case "audio", "video" -> {
                String file = file(attributes);
                out.append(file.isEmpty() ? "" : link(file));
                return behind;
            }
            case "embed" -> {
                out.append(inside.isBlank() ? "" : link(inside.strip()));
                return behind;
            }
            default -> {
                boolean plugin = closing >= 0 || attributes.keySet().stream().anyMatch(key -> !key.startsWith("#"));
                if (plugin) {
                    if (dropped.add(name)) {
                        lost.accept("the shortcode [" + name + "] of a plugin");
                    }
                } else {
                    out.append(tag.group());
                }
                return tag.end();
            }
        }
    }

    /** Each place is searched once, so that a thousand openings without an end cost no more than one. */
    private int closing(String name, int from) {
        int known = closings.getOrDefault(name, -2);
        if (known == -1 || known >= from) {
            return known;
        }
        int found = content.indexOf("[/" + name + "]", from);
        closings.put(name, found);
        return found;
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher one = ATTRIBUTE.matcher(text);
        while (one.find()) {
            String value = one.group(2) != null ? one.group(2) : one.group(3) != null ? one.group(3) : one.group(4);
            String name = one.group(1) == null ? "#" + attributes.size() : one.group(1);
            attributes.putIfAbsent(name, value);
        }
        return attributes;
    }

    /** Since WordPress 3.4 the caption follows the picture; before, it was an attribute. */
    private static String caption(String inside, String attribute) {
        Matcher picture = PICTURE.matcher(inside);
        if (!picture.matches()) {
            return inside;
        }
        String caption = attribute.isEmpty() ? picture.group(2).strip() : attribute;
        return "\n\n<figure>" + picture.group(1) + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>")
                + "</figure>\n\n";
    }

    private List<ImportFile> gallery(Map<String, String> attributes) {
        String ids = attributes.getOrDefault("ids", attributes.getOrDefault("include", ""));
        if (ids.isBlank()) {
            return shelf.ofThisPost().stream().filter(ImportFile::isPicture).toList();
        }
        List<Long> numbers = Arrays.stream(ids.split("[,\\s]+"))
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        return shelf.numbered(numbers);
    }

    private static String file(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .filter(one -> FILES.contains(one.getKey()) || one.getKey().startsWith("#"))
                .map(Map.Entry::getValue)
                .filter(value -> value.matches("https?://.*"))
                .findFirst()
                .orElse("");
    }

    private static String figure(ImportFile picture) {
        return "\n\n" + Markup.figure(picture.url(), picture.alt(), picture.caption()) + "\n\n";
    }

    private static String link(String address) {
        return "\n\n" + Markup.link(address, Markup.fileName(address)) + "\n\n";
    }
}
