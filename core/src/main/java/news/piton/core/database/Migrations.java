package news.piton.core.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Brings one module's tables to the state its migrations describe.
 *
 * <p>Each module has migrations of its own, {@code db/migration/<module>/V<n>__<what>.sql}, and a history of its own in
 * the table {@code <module>_schema_history}, so that modules share a database and come and go alone. MariaDB commits every
 * DDL statement by itself: a migration holds one statement, written so that it can be run again. One that failed is run
 * again at the next start.
 */
public final class Migrations {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private Migrations() {}

    /**
     * What a run did.
     *
     * @param module whose migrations ran
     * @param applied how many of them were new to this database
     * @param version the version that the module's tables are at now, or null if it has no migrations
     */
    public record Result(
            String module, int applied, @Nullable String version) {}

    /**
     * Runs the migrations on a module's class path that this database has not seen; several nodes may do so at once.
     *
     * @throws IllegalStateException in one sentence, when a migration fails or differs from the one that ran before
     */
    public static Result migrate(DataSource database, String module, ClassLoader loader) {
        var path = "db/migration/" + checked(module);
        try {
            var scripts = MigrationCheck.scripts(loader, path);
            return migrate(database, module, scripts, Flyway.configure(loader), "classpath:" + path);
        } catch (IOException e) {
            throw failed(module, e);
        }
    }

    /** The same for migrations that still lie in a source folder, as they do when the build generates tables. */
    public static Result migrate(DataSource database, String module, Path folder) {
        var loader = Migrations.class.getClassLoader();
        try {
            var scripts = MigrationCheck.scripts(folder);
            return migrate(database, checked(module), scripts, Flyway.configure(loader), "filesystem:" + folder);
        } catch (IOException e) {
            throw failed(module, e);
        }
    }

    private static Result migrate(
            DataSource database,
            String module,
            Map<String, Integer> scripts,
            FluentConfiguration options,
            String location) {
        var history = module + "_schema_history";
        var upToDate = MigrationCheck.version(database, history, scripts);
        if (upToDate.isPresent()) {
            return new Result(module, 0, upToDate.get());
        }
        try {
            var flyway = options.dataSource(database)
                    .locations(location)
                    .table(history)
                    // a database that holds other modules' tables already is no reason to refuse, nor to skip V1
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .validateMigrationNaming(true)
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .loggers("slf4j")
                    .load();
            if (Arrays.stream(flyway.info().all()).anyMatch(it -> it.getState().isFailed())) {
                forgetFailures(database, history);
            }
            var result = flyway.migrate();
            return new Result(module, result.migrationsExecuted, result.targetSchemaVersion);
        } catch (FlywayException | SQLException e) {
            throw failed(module, e);
        }
    }

    private static String checked(String module) {
        if (!NAME.matcher(module).matches()) {
            throw new IllegalArgumentException("No name for a module: " + module);
        }
        return module;
    }

    private static IllegalStateException failed(String module, Exception cause) {
        return new IllegalStateException(
                "The tables of " + module + " could not be migrated: "
                        + String.valueOf(cause.getMessage()).strip(),
                cause);
    }

    /** A migration that failed can be run again as it is, so its failure is no reason to wait for a human's repair. */
    private static void forgetFailures(DataSource database, String history) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM " + history + " WHERE success = 0");
        }
    }
}
