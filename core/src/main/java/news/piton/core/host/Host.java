package news.piton.core.host;

import graphql.schema.GraphQLSchema;
import io.helidon.webserver.WebServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.core.database.StatementCounter;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.host.exporting.ExportRunner;
import news.piton.core.host.importing.ImportRunner;
import news.piton.core.host.schema.SchemaWiring;
import news.piton.core.identity.FirstAdmin;
import news.piton.core.job.Jobs;
import news.piton.core.mail.Mail;
import news.piton.core.outbox.Dispatcher;
import news.piton.core.outbox.EventTail;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.Refusal;
import news.piton.core.settings.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Piton. {@link #start} does, in this order, everything that can fail before the port opens: order the plugins,
 * read the settings, merge and audit the schema, open the database, migrate, install, wire and audit again, start outbox and
 * jobs; then it takes the port, furnishes an empty installation, and serves.
 */
public final class Host implements AutoCloseable {
    static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

    private final Parts parts;
    private final Closing closing;

    Host(Parts parts, Closing closing) {
        this.parts = parts;
        this.closing = closing;
    }

    /** What {@link Boot} has put together. */
    record Parts(
            List<Described> plugins,
            Map<String, Contribution> contributions,
            Services services,
            GraphQLSchema schema,
            Dispatcher dispatcher,
            EventTail tail,
            Jobs jobs,
            ImportRunner imports,
            ExportRunner exports,
            WebServer server,
            Optional<FirstAdmin.Made> madeAdmin,
            String table,
            boolean embeddedDatabase) {}

    /** @throws Refusal with one sentence for the operator; nothing stays open then */
    public static Host start(HostOptions options) {
        Closing closing = new Closing();
        try {
            return new Host(new Boot(options, closing).run(), closing);
        } catch (Refusal asIs) {
            closing.close();
            throw asIs;
        } catch (IllegalArgumentException | IllegalStateException sentence) {
            closing.close();
            LOG.error("Piton does not start", sentence); // nobody foresaw it, so whoever mends it needs the place
            throw new Refusal(String.valueOf(sentence.getMessage()), sentence);
        } catch (UncheckedIOException broken) {
            closing.close();
            String why =
                    broken.getCause() == null ? "" : " (" + broken.getCause().getMessage() + ")";
            throw new Refusal(broken.getMessage() + why + ".", broken);
        } catch (RuntimeException | Error failed) {
            closing.close();
            throw failed;
        }
    }

    /** Where this host listens; on this machine, if it listens everywhere. */
    public URI url() {
        String host = parts.services().settings().get(HostSettings.SERVER_HOST);
        String reachable = EVERYWHERE.contains(host) ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + reachable + ":" + parts.server().port());
    }

    /** What came up, as a table of text. */
    public String table() {
        return parts.table();
    }

    /** The administrator that this start has created on an empty database. */
    public Optional<FirstAdmin.Made> madeAdmin() {
        return parts.madeAdmin();
    }

    public boolean embeddedDatabase() {
        return parts.embeddedDatabase();
    }

    public List<Described> plugins() {
        return parts.plugins();
    }

    /** All modules' SDL as one text: what {@code /graphql/schema.graphql} serves. */
    public String sdl() {
        return SchemaWiring.print(parts.schema());
    }

    /** Every setting that a Piton of these plugins has, core's included. */
    public static List<Setting<?>> settings(List<Plugin> plugins) {
        return Boot.declared(Plugins.order(Boot.withCore(plugins)));
    }

    /** The names of all event handlers, as the outbox stores them: {@code <module>.<handler>}. */
    public List<String> subscribers() {
        return parts.contributions().entrySet().stream()
                .flatMap(each ->
                        each.getValue().handlers().stream().map(handling -> each.getKey() + "." + handling.name()))
                .toList();
    }

    /** Runs the importers of all modules. */
    public ImportRunner imports() {
        return parts.imports();
    }

    /** Runs the exporters of all modules. */
    public ExportRunner exports() {
        return parts.exports();
    }

    /** What a module exports. */
    public <T> T api(Class<T> type) {
        return contributions(parts)
                .flatMap(each -> Optional.ofNullable(each.exports().get(type)).stream())
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No module exports " + type.getName() + "."));
    }

    /** Delivers every event that is due on this thread, and shows live events. For driven hosts. */
    public void deliverEvents() {
        parts.dispatcher().deliverDue();
        parts.tail().pump();
    }

    /** Runs a job now, on this thread. */
    public void runJob(String name) {
        parts.jobs().runNow(name);
    }

    /** The newest mails of the development outbox, oldest first. */
    public List<Mail> capturedMails() {
        return parts.services().mailer().captured().all();
    }

    /** How many SQL statements this process has run so far. */
    public long statementCount() {
        return StatementCounter.total();
    }

    /**
     * Stops in good order: no new requests, running ones finish, streams end, jobs and deliveries hand over what they have
     * not begun, then connections and the embedded database close. Takes {@code LONGEST_STOP} for each at the most.
     */
    @Override
    public void close() {
        closing.close();
    }

    private static Stream<Contribution> contributions(Parts parts) {
        return parts.plugins().stream()
                .flatMap(plugin -> Optional.ofNullable(parts.contributions().get(plugin.name())).stream());
    }
}
