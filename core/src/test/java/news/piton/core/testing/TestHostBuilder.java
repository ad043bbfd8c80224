package news.piton.core.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.host.Host;
import news.piton.core.host.HostOptions;
import news.piton.core.host.Pages;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;

/** How a host shall be, where the usual is not enough. */
public final class TestHostBuilder {
    private final List<Plugin> plugins;
    private final Map<String, String> settings = new HashMap<>();
    private Pages pages = Pages.NONE;

    TestHostBuilder(List<Plugin> plugins) {
        this.plugins = plugins;
        settings.put("server.port", "0");
        settings.put("sample", "false");
        settings.put("admin.email", "admin@example.org");
        settings.put("admin.password", TestHost.PASSWORD);
        // what a test changes, it looks at next
        settings.put("server.page-memory", "0");
        settings.put("guard.challenge-difficulty", "1000");
        // tests move the clock by weeks; those who signed in before stay signed in
        settings.put("identity.session-idle", "P3650D");
        settings.put("identity.session-life", "P3650D");
    }

    public TestHostBuilder setting(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** With pages of the program's own. */
    public TestHostBuilder pages(Pages routes) {
        pages = routes;
        return this;
    }

    /** With the sample newspaper. */
    public TestHostBuilder sample() {
        return setting("sample", "true");
    }

    public TestHost boot() {
        TestDatabase database = database();
        // where there is an account, nothing is new, and there is no sample
        if (!"true".equals(settings.get("sample"))) {
            TestStaff.create(database, "Admin", "ADMIN", TestClock.START);
        }
        return boot(database);
    }

    /** A database with the tables of these modules and nothing in it. */
    public TestDatabase database() {
        TestDatabase database = TestDatabase.create().migrated("core");
        plugins.stream()
                .filter(each -> each.getClass().getClassLoader() == TestHost.class.getClassLoader())
                .map(Plugin::describe)
                .filter(PluginDescription::migrations)
                .forEach(each -> database.migrated(each.name()));
        return database;
    }

    /** On a database that holds something already; the host drops it when it is closed. */
    public TestHost boot(TestDatabase database) {
        TestClock clock = new TestClock();
        settings.put("database.url", database.jdbcUrl());
        settings.put("database.user", database.user());
        settings.put("database.password", database.password());
        try {
            Host host = Host.start(new HostOptions(
                    Path.of("target", "test-home"), new ArrayList<>(plugins), settings, Map.of(), clock, true, pages));
            return new TestHost(database, clock, host);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }
}
