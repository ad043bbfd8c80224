package news.piton.core.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import news.piton.core.database.Migrations;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.OnError;
import org.jooq.meta.jaxb.Target;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The build's step that writes a module's jOOQ tables and records, from the module's own migrations run on a real MariaDB.
 * It does nothing when neither the migrations nor its options changed since the last time.
 */
public final class GenerateTables {
    /** To be raised whenever the options below change, so that every module is generated anew. */
    private static final String OPTIONS = "2";

    private static final String DATABASE = "generated";

    private final String module;
    private final Path migrations;
    private final String targetPackage;
    private final Path output;

    private GenerateTables(String module, Path migrations, String targetPackage, Path output) {
        this.module = module;
        this.migrations = migrations;
        this.targetPackage = targetPackage;
        this.output = output;
    }

    /**
     * Generates one module's tables. The system property {@code piton.cache} names the folder with the unpacked server.
     *
     * @param arguments the module's name, the folder of its migrations, the package and the folder of the generated source
     * @throws Exception when a migration fails or the tables cannot be written; the build stops with it
     */
    public static void main(String[] arguments) throws Exception {
        var step = new GenerateTables(arguments[0], Path.of(arguments[1]), arguments[2], Path.of(arguments[3]));
        step.run(Path.of(System.getProperty("piton.cache", ".piton")));
    }

    private void run(Path cache) throws Exception {
        var files = files();
        if (files.isEmpty()) {
            Folders.delete(output);
            return;
        }
        var stamp = output.resolve(".stamp");
        var wanted = fingerprint(files);
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return;
        }
        Folders.delete(output);
        Files.createDirectories(output);
        var home = Files.createTempDirectory("piton");
        try (var server = EmbeddedMariaDb.start(home, EmbeddedMariaDb.Options.forTests(cache))) {
            server.createDatabase(DATABASE);
            var database = new MariaDbDataSource(server.jdbcUrl(DATABASE));
            database.setUser(server.user());
            database.setPassword(server.password());
            Migrations.migrate(database, module, migrations);
            GenerationTool.generate(configuration(server));
            checkComplete(database);
        } finally {
            Folders.delete(home);
        }
        Files.writeString(stamp, wanted);
    }

    /** The generator passes over some of what it cannot read; a build with half of its tables must not look finished. */
    private void checkComplete(MariaDbDataSource database) throws SQLException, IOException {
        var mine = " WHERE table_schema = '" + DATABASE + "' AND table_name LIKE '" + module + "\\_%'"
                + " AND table_name <> '" + module + "_schema_history'";
        checkCount("class", " extends TableImpl<", database, "tables" + mine);
        checkCount("column", " = createField(", database, "columns" + mine);
        checkCount(
                "key",
                " = Internal.createUniqueKey(",
                database,
                "table_constraints" + mine + " AND constraint_type IN ('PRIMARY KEY', 'UNIQUE')");
    }

    private void checkCount(String what, String sign, MariaDbDataSource database, String wanted)
            throws SQLException, IOException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM information_schema." + wanted);
                var written = Files.walk(output)) {
            rows.next();
            long found = 0;
            for (var file : written.filter(Files::isRegularFile).toList()) {
                found += Files.readString(file)
                        .lines()
                        .filter(line -> line.contains(sign))
                        .count();
            }
            if (found != rows.getLong(1)) {
                throw new IllegalStateException("The tables of " + module + " were generated in part: the database has "
                        + rows.getLong(1) + " of the kind " + what + ", the generated source " + found
                        + ". Run the build again.");
            }
        }
    }

    private Configuration configuration(EmbeddedMariaDb server) {
        var instants = new ForcedType()
                .withUserType("java.time.Instant")
                .withBinding("news.piton.core.database.InstantBinding")
                .withIncludeTypes("(?i:datetime.*)");
        var booleans = new ForcedType().withName("BOOLEAN").withIncludeTypes("(?i:tinyint\\(1\\))");
        var database = new Database()
                .withName("org.jooq.meta.mariadb.MariaDBDatabase")
                .withInputSchema(DATABASE)
                .withOutputSchemaToDefault(true)
                .withIncludes(module + "_.*")
                .withExcludes(module + "_schema_history")
                .withForcedTypes(booleans, instants);
        var generate = new Generate()
                .withRecords(true)
                .withPojos(false)
                .withDaos(false)
                .withJavaTimeTypes(true)
                .withComments(false)
                .withGlobalCatalogReferences(false)
                .withGlobalSchemaReferences(false);
        return new Configuration()
                .withLogging(Logging.WARN)
                .withOnError(OnError.FAIL)
                .withJdbc(new Jdbc()
                        .withDriver("org.mariadb.jdbc.Driver")
                        .withUrl(server.jdbcUrl(DATABASE))
                        .withUser(server.user())
                        .withPassword(server.password()))
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(generate)
                        .withTarget(new Target()
                                .withPackageName(targetPackage)
                                .withDirectory(output.toString())
                                .withEncoding("UTF-8")));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(migrations)) {
            return List.of();
        }
        try (var paths = Files.walk(migrations)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String fingerprint(List<Path> files) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((OPTIONS + module + targetPackage).getBytes(StandardCharsets.UTF_8));
        for (var file : files) {
            digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
