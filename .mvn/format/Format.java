import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the project's Java to one format, or brings it there: {@code check} or {@code apply}, then the project's folder,
 * then a stamp file. It looks only at files that changed since the stamp. It runs on the project's own JDK, because the
 * formatter reads with the parser of the Java that runs it, and Maven's may not know the language that we write.
 */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    void main(String[] arguments) throws IOException {
        var apply = arguments[0].equals("apply");
        var root = Path.of(arguments[1]);
        var stamp = Path.of(arguments[2]);
        var since = Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
        var now = FileTime.fromMillis(System.currentTimeMillis());
        var odd = sources(root).parallelStream()
                .filter(file -> modified(file).compareTo(since) >= 0)
                .filter(file -> !isFormatted(file, apply))
                .map(root::relativize)
                .sorted()
                .toList();
        if (!odd.isEmpty() && !apply) {
            IO.println("Not in the project's format; `mvn -pl :format -Dpiton.format=apply verify` mends them:");
            odd.forEach(file -> IO.println("  " + file));
            System.exit(1);
        }
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, now);
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var children = Files.list(root)) {
            return Stream.concat(
                            children.map(module -> module.resolve("src")).filter(Files::isDirectory),
                            Stream.of(root.resolve(".mvn/format")))
                    .flatMap(Format::javaIn)
                    .toList();
        }
    }

    private static Stream<Path> javaIn(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFormatted(Path file, boolean apply) {
        try {
            var is = Files.readString(file);
            var ought = FORMATTER.formatSourceAndFixImports(is);
            if (apply && !is.equals(ought)) {
                Files.writeString(file, ought);
            }
            return is.equals(ought);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + " cannot be read by the formatter: " + e.getMessage(), e);
        }
    }
}
