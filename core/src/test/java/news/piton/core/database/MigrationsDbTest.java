package news.piton.core.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsDbTest {
    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path folder;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void brings_an_empty_database_to_the_newest_version_and_then_has_nothing_to_do() throws IOException {
        write("V1__shelf.sql", "CREATE TABLE IF NOT EXISTS library_shelf (id BIGINT PRIMARY KEY)");
        write("V2__label.sql", "ALTER TABLE library_shelf ADD COLUMN IF NOT EXISTS label VARCHAR(20)");

        assertEquals(new Migrations.Result("library", 2, "2"), migrate("library"));
        assertEquals(new Migrations.Result("library", 0, "2"), migrate("library"));
    }

    @Test
    void keeps_one_history_for_each_module_in_the_same_database() throws IOException, SQLException {
        write("V1__shelf.sql", "CREATE TABLE IF NOT EXISTS library_shelf (id BIGINT PRIMARY KEY)");
        migrate("library");

        assertEquals(1, migrate("archive").applied());
        assertEquals(1, count("SELECT COUNT(*) FROM library_schema_history WHERE version = '1'"));
        assertEquals(1, count("SELECT COUNT(*) FROM archive_schema_history WHERE version = '1'"));
    }

    @Test
    void runs_a_failed_migration_again_once_it_is_mended() throws IOException, SQLException {
        write("V1__shelf.sql", "CREATE TABLE IF NOT EXISTS library_shelf (id BIGINT PRIMARY KEY)");
        write("V2__label.sql", "ALTER TABLE library_shelf ADD COLUMN label NO_SUCH_TYPE");
        var refusal = assertThrows(IllegalStateException.class, () -> migrate("library"));
        assertTrue(
                Objects.requireNonNull(refusal.getMessage()).startsWith("The tables of library could not be migrated"),
                refusal::getMessage);

        write("V2__label.sql", "ALTER TABLE library_shelf ADD COLUMN IF NOT EXISTS label VARCHAR(20)");

        assertEquals(1, migrate("library").applied());
        assertEquals(0, count("SELECT COUNT(label) FROM library_shelf"));
    }

    @Test
    void refuses_a_migration_that_was_changed_after_it_ran() throws IOException {
        write("V1__shelf.sql", "CREATE TABLE IF NOT EXISTS library_shelf (id BIGINT PRIMARY KEY)");
        migrate("library");
        write("V1__shelf.sql", "CREATE TABLE IF NOT EXISTS library_shelf (id INT PRIMARY KEY)");

        assertThrows(IllegalStateException.class, () -> migrate("library"));
    }

    @Test
    void knows_an_up_to_date_module_without_asking_flyway() throws IOException {
        write("V1__shelf.sql", "CREATE TABLE IF NOT EXISTS library_shelf (\n  id BIGINT PRIMARY KEY -- über\n)");
        migrate("library");

        assertEquals(Optional.of("1"), check("library"));
    }

    @Test
    void asks_flyway_about_a_new_module_a_new_script_and_a_changed_one() throws IOException {
        write("V1__shelf.sql", "CREATE TABLE IF NOT EXISTS library_shelf (id BIGINT PRIMARY KEY)");
        assertEquals(Optional.empty(), check("library"));

        migrate("library");
        write("V2__label.sql", "ALTER TABLE library_shelf ADD COLUMN IF NOT EXISTS label VARCHAR(20)");
        assertEquals(Optional.empty(), check("library"));

        migrate("library");
        write("V1__shelf.sql", "CREATE TABLE IF NOT EXISTS library_shelf (id INT PRIMARY KEY)");
        assertEquals(Optional.empty(), check("library"));
    }

    @Test
    void finds_the_migrations_of_core_on_the_class_path() throws IOException {
        var result = Migrations.migrate(
                database.dataSource(), "core", Objects.requireNonNull(getClass().getClassLoader()));

        assertTrue(result.applied() > 0);
        assertEquals(
                Optional.ofNullable(result.version()),
                MigrationCheck.version(
                        database.dataSource(),
                        "core_schema_history",
                        MigrationCheck.scripts(
                                Objects.requireNonNull(getClass().getClassLoader()), "db/migration/core")));
    }

    private Optional<String> check(String module) throws IOException {
        return MigrationCheck.version(
                database.dataSource(), module + "_schema_history", MigrationCheck.scripts(folder));
    }

    private Migrations.Result migrate(String module) {
        return Migrations.migrate(database.dataSource(), module, folder);
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql + ";\n");
    }

    private int count(String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }
}
