package news.piton.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Compiles the sample plugin against what is on the class path and packs it, as its author's build would. */
final class SamplePlugin {
    private static final Path SOURCES = Path.of("src", "test", "sample-plugin");

    private SamplePlugin() {}

    static void packInto(Path plugins) throws IOException {
        Files.createDirectories(plugins);
        Path classes = Files.createTempDirectory("tips");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> arguments = Stream.concat(
                        Stream.of("-d", classes.toString(), "-classpath", classPath, "-proc:none"),
                        files(SOURCES, ".java").map(Path::toString))
                .toList();
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new AssertionError("the sample plugin does not compile");
        }
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("tips.jar")))) {
            for (Path root : List.of(classes, SOURCES)) {
                for (Path file : files(root, "")
                        .filter(each -> !each.toString().endsWith(".java"))
                        .toList()) {
                    jar.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                    Files.copy(file, jar);
                }
            }
        }
    }

    private static Stream<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
