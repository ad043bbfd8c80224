package news.piton.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;

/**
 * Texts that try to run a script wherever somebody shows them as HTML; they would call {@code alert}. By the categories of
 * OWASP's cheat sheet on evading XSS filters, and of what DOMPurify and AntiSamy had to learn.
 */
public final class HostileTexts {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|([ntr\\\\]))");
    private static final String FILE = "/hostile/vectors.txt";

    private HostileTexts() {}

    public static List<String> all() {
        try (InputStream file = HostileTexts.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(HostileTexts::unescaped)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * As many texts put together from pieces of all of them, the same for the same seed: tags that nobody closes, attributes
     * that begin in one trick and end in another.
     */
    public static List<String> mixed(long seed, int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> pieces = new ArrayList<>();
        for (String text : all()) {
            for (String piece : text.split("(?=[<>\"'&])")) {
                pieces.add(piece);
            }
        }
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(1, 24); piece > 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            mixed.add(text.toString());
        }
        return mixed;
    }

    private static String unescaped(String line) {
        return ESCAPE.matcher(line).replaceAll(found -> {
            String character = found.group(1) != null
                    ? String.valueOf((char) Integer.parseInt(found.group(1), 16))
                    : switch (found.group(2)) {
                        case "n" -> "\n";
                        case "t" -> "\t";
                        case "r" -> "\r";
                        default -> "\\";
                    };
            return java.util.regex.Matcher.quoteReplacement(character);
        });
    }
}
