package news.piton.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Opens the pool of connections to MariaDB, with the settings that Piton's SQL counts on. */
public final class ConnectionPool {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    /**
     * Strict, so that nothing is cut or rounded in silence; times in UTC; a lock that is not had in 10 s is not had at all;
     * jOOQ's MULTISET, a GROUP_CONCAT on MariaDB, is never cut off.
     */
    private static final String SESSION = "time_zone='+00:00',"
        + "sql_mode='STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION',"
        + "transaction_isolation='READ-COMMITTED',innodb_lock_wait_timeout=10";

    private ConnectionPool() {}

    /**
     * Opens a pool and tries one connection.
     *
     * @param url {@code jdbc:mariadb://host:port/database}; options of the driver in it win over ours
     * @param size how many connections there are at the most
     * @throws IllegalStateException with a sentence for the operator when the database cannot be reached
     */
    public static HikariDataSource open(String url, String user, String password, int size) {
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new IllegalStateException(
                    "The setting `database.url` must begin with jdbc:mariadb: but is " + withoutOptions(url) + ".");
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("piton");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        options(url).forEach(config::addDataSourceProperty);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IllegalStateException(
                    "The database at " + withoutOptions(url) + " cannot be used: " + cause.getMessage()
                            + " Check database.url, database.user and database.password, and that it is running.",
                    failure);
        }
    }

    private static Map<String, String> options(String url) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("connectionTimeZone", "UTC");
        options.put("sessionVariables", SESSION);
        options.put("useServerPrepStmts", "true");
        options.put("cachePrepStmts", "true");
        options.put("prepStmtCacheSize", "256");
        options.put("connectTimeout", String.valueOf(LONGEST_WAIT.toMillis()));
        options.put("tcpKeepAlive", "true");
        if (isLoopback(url)) {
            options.put("sslMode", "disable");
        }
        options.keySet().removeIf(name -> url.contains(name + "="));
        return options;
    }

    private static boolean isLoopback(String url) {
        String host =
                URI.create(withoutOptions(url).substring("jdbc:".length())).getHost();
        return host != null && LOOPBACK.contains(host);
    }

    private static String withoutOptions(String url) {
        int options = url.indexOf('?');
        return options < 0 ? url : url.substring(0, options);
    }
}
