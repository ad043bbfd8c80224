package news.piton.core.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import news.piton.core.database.ConnectionPool;
import news.piton.core.database.Database;
import news.piton.core.database.Migrations;
import news.piton.core.database.embedded.EmbeddedMariaDb;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A fresh, empty database on a real MariaDB, dropped when closed. All of a JVM's tests share one server, started by the
 * first that asks.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

    private final String name;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Creates a database that no other test sees. */
    public static TestDatabase create() {
        var name = "test_" + COUNT.incrementAndGet();
        Server.RUNNING.createDatabase(name);
        return new TestDatabase(name);
    }

    public String jdbcUrl() {
        return Server.RUNNING.jdbcUrl(name);
    }

    public String user() {
        return Server.RUNNING.user();
    }

    public String password() {
        return Server.RUNNING.password();
    }

    /** Connections to this database, each a new one. */
    public DataSource dataSource() {
        try {
            var source = new MariaDbDataSource(jdbcUrl());
            source.setUser(user());
            source.setPassword(password());
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException("The test database has no valid address", e);
        }
    }

    /** Brings in the tables of a module on the class path: its migrations run once in a JVM, and from then on are copied. */
    public TestDatabase migrated(String module) {
        Template template = TEMPLATES.computeIfAbsent(module, Template::migrated);
        try (Connection connection = dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            for (String each : template.statements) {
                sql.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of " + module + " could not be copied", e);
        }
        return this;
    }

    /** What makes a module's tables anew, with what its migrations put into them. */
    private record Template(List<String> statements) {

        static Template migrated(String module) {
            var database = create(); // stays as long as the server
            Migrations.migrate(database.dataSource(), module, TestDatabase.class.getClassLoader());
            List<String> statements = new ArrayList<>(List.of("SET foreign_key_checks = 0"));
            try (Connection connection = database.dataSource().getConnection();
                    Statement sql = connection.createStatement()) {
                for (String table : texts(sql, "SHOW TABLES", 1)) {
                    statements.addAll(texts(sql, "SHOW CREATE TABLE " + table, 2));
                    if (!texts(sql, "SELECT 1 FROM " + table + " LIMIT 1", 1).isEmpty()) {
                        statements.add("INSERT INTO " + table + " SELECT * FROM " + database.name + "." + table);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The tables of " + module + " could not be read", e);
            }
            return new Template(statements);
        }

        private static List<String> texts(Statement sql, String query, int column) throws SQLException {
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(column));
                }
            }
            return texts;
        }
    }

    /** A pool of its own with production's settings, closed with this database. Several stand for several nodes. */
    public HikariDataSource pool() {
        var pool = ConnectionPool.open(jdbcUrl(), user(), password(), 8);
        pools.add(pool);
        return pool;
    }

    /** The database as production opens it, on a pool of its own. */
    public Database open() {
        return new Database(pool());
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        Server.RUNNING.dropDatabase(name);
    }

    /** The folder that keeps the unpacked server, the same for the build and for a test started in an editor. */
    public static Path cache() {
        var given = System.getProperty("piton.cache");
        if (given != null) {
            return Path.of(given);
        }
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Start the tests in the project, or set the property piton.cache.");
            }
        }
        return folder.resolve(".piton");
    }

    private static final class Server {
        static final EmbeddedMariaDb RUNNING = start();

        private static EmbeddedMariaDb start() {
            try {
                var home = Files.createTempDirectory("piton-test");
                var server = EmbeddedMariaDb.start(home, EmbeddedMariaDb.Options.forTests(cache()));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.close();
                    delete(home);
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (var paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
