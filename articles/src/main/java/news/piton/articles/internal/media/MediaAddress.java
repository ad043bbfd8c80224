package news.piton.articles.internal.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a rendition lies: {@code /media/<name>/<width>.jpg} or {@code .png}.
 *
 * @param name 32 hexadecimal digits that nobody can guess, not even who has the uploaded file
 * @param width in pixels
 */
public record MediaAddress(String name, int width, ImageFormat format) {
    /** What all paths of renditions begin with. */
    public static final String FOLDER = "/media/";

    private static final String NAME = FOLDER + "([0-9a-f]{32})/";
    private static final Pattern PATH = Pattern.compile(NAME + "([1-9][0-9]{0,4})\\.(jpg|png)");
    private static final Pattern MENTION = Pattern.compile(NAME);

    /** Empty for any other path. */
    public static Optional<MediaAddress> of(String path) {
        Matcher parts = PATH.matcher(path);
        return parts.matches()
                ? Optional.of(new MediaAddress(
                        parts.group(1),
                        Integer.parseInt(parts.group(2)),
                        ImageFormat.valueOf(parts.group(3).toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    /** The names of all images that a text mentions, each once. */
    public static List<String> names(String text) {
        return text.contains(FOLDER)
                ? MENTION.matcher(text)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .distinct()
                        .toList()
                : List.of();
    }

    public String path() {
        return FOLDER + name + "/" + width + "." + format.extension();
    }

    public MediaAddress at(int width) {
        return new MediaAddress(name, width, format);
    }
}
