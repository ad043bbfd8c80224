package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says when it does not do what it was asked. */
class MainTest {
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    private List<String> said() {
        return errors.toString().lines().toList();
    }

    @Test
    void an_import_says_which_file_is_missing(@TempDir Path folder) {
        Path missing = folder.resolve("export.xml");
        assertEquals(Main.REFUSED, run("import", "wordpress", missing.toString()));
        assertEquals(
                List.of("There is no readable file " + missing + "; give the path of what the other system exported."),
                said());
    }

    @Test
    void an_import_takes_no_folder(@TempDir Path folder) {
        assertEquals(Main.REFUSED, run("import", "--home", folder.toString(), "wordpress", folder.toString()));
        assertEquals(1, said().size());
    }

    @Test
    void a_server_that_does_not_start_says_so_and_why(@TempDir Path folder) {
        Path missing = folder.resolve("piton.yaml");
        assertEquals(Main.REFUSED, run("serve", "--config", missing.toString()));
        assertEquals(List.of("Piton does not start.", "There is no settings file " + missing + "."), said());
    }
}
