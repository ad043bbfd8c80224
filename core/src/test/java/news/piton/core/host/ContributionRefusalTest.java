package news.piton.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.helidon.http.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import news.piton.core.graphql.Loader;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.outbox.EventType;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.plugin.Refusal;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import news.piton.core.testing.TestHost;
import news.piton.core.testing.TestHostBuilder;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What two plugins must not both bring, and what none may bring unannounced: each in one sentence with a remedy. */
class ContributionRefusalTest {
    private record Sailed(long id) {}

    private static final EventType<Sailed> SAILED = new EventType<>("ships.sailed.v1", Sailed.class);

    private record Sample(
            String name,
            UnaryOperator<PluginDescription.Builder> description,
            UnaryOperator<Contribution.Builder> contribution)
            implements Plugin {
        @Override
        public PluginDescription describe() {
            return description.apply(PluginDescription.of(name, "1.0.0")).build();
        }

        @Override
        public Contribution install(Platform platform) {
            return contribution.apply(Contribution.builder()).build();
        }
    }

    private static String refusal(
            UnaryOperator<PluginDescription.Builder> description, UnaryOperator<Contribution.Builder> contribution) {
        TestHostBuilder host = TestHost.with(new Sample("ships", description, contribution));
        return assertThrows(Refusal.class, host::boot).getMessage();
    }

    private static String clash(UnaryOperator<Contribution.Builder> contribution) {
        TestHostBuilder host = TestHost.with(
                new Sample("boats", with -> with, contribution), new Sample("ships", with -> with, contribution));
        return assertThrows(Refusal.class, host::boot).getMessage();
    }

    @Test
    void two_of_a_name() {
        assertEquals(
                "The plugins `boats` and `ships` both bring a loader called harbour.names; one of them must rename"
                        + " it.",
                clash(with -> with.loader(new Loader<Long, String>("harbour.names", (ids, caller) -> Map.of()))));
        assertEquals(
                "The plugins `boats` and `ships` both bring a route for GET /harbour/{…}; one of them must rename it.",
                clash(with -> with.route(Method.GET, "/harbour/{name}", (request, response) -> response.send())));
        assertEquals(
                "The plugins `boats` and `ships` both bring an export of java.lang.Runnable; one of them must rename"
                        + " it.",
                clash(with -> with.export(Runnable.class, () -> {})));
    }

    @Test
    void one_name_twice() {
        Job job = new Job("ships.sink", new Schedule.Every(Duration.ofHours(1)), stop -> {});
        assertEquals(
                "The plugin `ships` brings a job called ships.sink twice; rename one, or drop it.",
                refusal(with -> with, with -> with.job(job).job(job)));
    }

    @Test
    void names_that_are_not_the_plugins_own() {
        assertEquals(
                "The job harbour.close of the plugin `ships` must be called ships.…; rename it.",
                refusal(
                        with -> with,
                        with -> with.job(
                                new Job("harbour.close", new Schedule.Every(Duration.ofHours(1)), stop -> {}))));
        assertEquals(
                "The setting harbour.depth of the plugin `ships` must be called ships.…; rename it.",
                refusal(with -> with.setting(Setting.text("harbour.depth", "", "In metres.")), with -> with));
        assertEquals(
                "The event harbour.closed.v1 of the plugin `ships` must be called ships.…; rename it.",
                refusal(with -> with.publishes(new EventType<>("harbour.closed.v1", Sailed.class)), with -> with));
    }

    @Test
    void an_event_that_nobody_declares() {
        assertEquals(
                "The plugin `ships` listens to the event ships.sailed.v1, which no installed plugin declares; name it"
                        + " in publishes(…) where it comes from.",
                refusal(with -> with, with -> with.on(SAILED, "wave", event -> {})));
    }

    @Test
    void an_installation_that_fails_is_logged_with_its_place() {
        Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        log.addAppender(events);
        events.start();
        try {
            String sentence = refusal(with -> with, with -> {
                throw new IllegalStateException("no anchor");
            });
            assertTrue(sentence.contains("`ships` failed to install (no anchor)"), sentence);
        } finally {
            log.detachAppender(events);
        }
        List<ILoggingEvent> traces = events.list.stream()
                .filter(event -> event.getThrowableProxy() != null)
                .toList();
        assertEquals(1, traces.size());
        assertEquals("no anchor", traces.getFirst().getThrowableProxy().getMessage());
    }

    @Test
    void a_plugin_sees_its_own_settings_alone() {
        Setting<String> own = Setting.text("ships.harbour", "Castries", "Where they lie.");
        Settings all = Settings.read(List.of(own, HostSettings.ADMIN_PASSWORD), Map.of(), Map.of());
        Settings some = all.only(List.of(own));
        assertEquals("Castries", some.get(own));
        assertThrows(IllegalStateException.class, () -> some.get(HostSettings.ADMIN_PASSWORD));
    }
}
