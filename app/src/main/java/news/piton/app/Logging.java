package news.piton.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * What the program's log looks like: a line for people, or a JSON object a line for machines. Set up in Java, since reading
 * it from XML would cost a start half a second; a logback.xml of the operator's own takes its place all the same.
 */
final class Logging {
    private static final String OWN_FILE = "logback.configurationFile";
    /** With the id of the request, where a line belongs to one. */
    private static final String LINE =
            "%d{HH:mm:ss.SSS} %-5level %logger{20} %replace([%X{request}] ){'\\[\\] ', ''}%msg%n";

    private static final Map<String, Level> QUIET = Map.of(
            "com.zaxxer.hikari", Level.WARN,
            "com.github.kagkarlsson.scheduler", Level.WARN,
            "io.helidon", Level.WARN,
            // shows traces when it cannot listen, which the refusal of the start says in a sentence
            "io.helidon.webserver.LoomServer", Level.OFF,
            // a banner, and a tip of the day
            "org.jooq.Constants", Level.WARN,
            // tells of instructions that a vector search would use; words have no use for them
            "org.apache.lucene.internal.vectorization", Level.ERROR,
            // jOOQ warns of every MariaDB that is not its newest; what the embedded one takes is what the tests prove
            "org.jooq.impl.DefaultExecuteContext.logVersionSupport", Level.ERROR,
            // both report what they also throw; Flyway warns of every IF NOT EXISTS that found its table
            "org.flywaydb", Level.OFF,
            "org.mariadb.jdbc.message.server.ErrorPacket", Level.OFF);

    private Logging() {}

    /** @param json whether each line is a JSON object */
    static void begin(boolean json) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        if (System.getProperty(OWN_FILE) != null
                || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(json ? objects(context) : lines(context));
        console.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
        QUIET.forEach((name, level) -> context.getLogger(name).setLevel(level));
    }

    private static Encoder<ILoggingEvent> lines(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> objects(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.start();
        return encoder;
    }
}
