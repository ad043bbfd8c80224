package news.piton.core.host;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import news.piton.core.database.ConnectionPool;
import news.piton.core.database.embedded.EmbeddedMariaDb;
import news.piton.core.settings.Settings;

/**
 * The database that the settings name or, when they name none, a MariaDB of our own.
 *
 * @param embedded whether it is our own
 */
record DatabaseServer(HikariDataSource pool, boolean embedded) {
    private static final String OWN_DATABASE = "piton";

    static DatabaseServer open(Settings settings, Path home, Closing closing) {
        String url = settings.get(HostSettings.DATABASE_URL);
        int connections = settings.get(HostSettings.DATABASE_CONNECTIONS);
        if (!url.isEmpty()) {
            return new DatabaseServer(
                    closing.add(ConnectionPool.open(
                            url,
                            settings.get(HostSettings.DATABASE_USER),
                            settings.get(HostSettings.DATABASE_PASSWORD),
                            connections)),
                    false);
        }
        EmbeddedMariaDb server =
                closing.add(EmbeddedMariaDb.start(home.resolve("database"), EmbeddedMariaDb.Options.durable(home)));
        server.createDatabase(OWN_DATABASE);
        return new DatabaseServer(
                closing.add(ConnectionPool.open(
                        server.jdbcUrl(OWN_DATABASE), server.user(), server.password(), connections)),
                true);
    }
}
