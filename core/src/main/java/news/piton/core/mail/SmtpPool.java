package news.piton.core.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Connections to the SMTP server: a bounded number, each used for many mails, closed when there is nothing to do. */
final class SmtpPool implements AutoCloseable {
    /** Below the five minutes that a server must wait (RFC 5321, section 4.5.3.2.7); many wait far less. */
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** After so long a pause a connection is asked whether it still lives. */
    private static final Duration FRESH = Duration.ofSeconds(5);
    /** Many servers end a connection after a hundred mails. */
    private static final int MAILS_PER_CONNECTION = 100;

    private final MailSettings settings;
    private final Session session;
    private final Semaphore places;
    private final Deque<SmtpConnection> idle = new ArrayDeque<>();
    private final Executor later = CompletableFuture.delayedExecutor(
            IDLE.toMillis() + 1_000,
            TimeUnit.MILLISECONDS,
            work -> Thread.ofVirtual().start(work));
    private boolean closed;
    private boolean sweeping;

    SmtpPool(MailSettings settings, EmailAddress sender, String helloName) {
        this.settings = settings;
        this.places = new Semaphore(settings.connections(), true);
        this.session = Session.getInstance(properties(settings, sender, helloName));
    }

    MailResult send(Letter letter) {
        try {
            if (!places.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return new MailResult.Deferred("all connections to the SMTP server are busy");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new MailResult.Deferred("the server is stopping");
        }
        try {
            SmtpConnection reused = takeIdle();
            if (reused != null) {
                SmtpConnection.Attempt attempt = attempt(reused, letter);
                if (!attempt.connectionLost() || attempt.result() instanceof MailResult.Uncertain) {
                    return attempt.result();
                }
                // the server had closed it meanwhile, and certainly has not taken the mail
            }
            SmtpConnection fresh = new SmtpConnection(session);
            fresh.connect(
                    settings.host(),
                    settings.port(),
                    settings.username().isEmpty() ? null : settings.username(),
                    settings.username().isEmpty() ? null : settings.password());
            return attempt(fresh, letter).result();
        } catch (NoSuchProviderException broken) {
            throw new IllegalStateException(broken);
        } catch (MessagingException noConnection) {
            return new MailResult.Deferred(SmtpConnection.words(noConnection));
        } finally {
            places.release();
        }
    }

    private SmtpConnection.Attempt attempt(SmtpConnection connection, Letter letter) {
        SmtpConnection.Attempt attempt = connection.attempt(letter);
        if (attempt.connectionLost() || connection.mails() >= MAILS_PER_CONNECTION) {
            connection.closeQuietly();
        } else {
            putIdle(connection);
        }
        return attempt;
    }

    private @Nullable SmtpConnection takeIdle() {
        while (true) {
            SmtpConnection connection;
            synchronized (idle) {
                connection = idle.pollFirst(); // the one used last, so that the others can be closed
            }
            if (connection == null || connection.pause().compareTo(FRESH) < 0 || connection.isConnected()) {
                return connection;
            }
            connection.closeQuietly();
        }
    }

    private void putIdle(SmtpConnection connection) {
        synchronized (idle) {
            if (!closed) {
                idle.addFirst(connection);
                if (!sweeping) {
                    sweeping = true;
                    later.execute(this::sweep);
                }
                return;
            }
        }
        connection.closeQuietly();
    }

    private void sweep() {
        closeIdle(IDLE);
        synchronized (idle) {
            sweeping = !idle.isEmpty();
            if (sweeping) {
                later.execute(this::sweep);
            }
        }
    }

    private void closeIdle(Duration longerThan) {
        while (true) {
            SmtpConnection oldest;
            synchronized (idle) {
                oldest = idle.peekLast();
                if (oldest == null || oldest.pause().compareTo(longerThan) < 0) {
                    return;
                }
                idle.removeLast();
            }
            oldest.closeQuietly();
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
        }
        closeIdle(Duration.ZERO);
    }

    private static Properties properties(MailSettings settings, EmailAddress sender, String helloName) {
        String wait = String.valueOf(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.localhost", helloName);
        properties.put("mail.smtp.from", sender.text());
        properties.put("mail.smtp.auth", String.valueOf(!settings.username().isEmpty()));
        properties.put("mail.smtp.connectiontimeout", wait);
        properties.put("mail.smtp.timeout", wait);
        properties.put("mail.smtp.writetimeout", wait);
        properties.put("mail.smtp.quitwait", "false");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                properties.put("mail.smtp.ssl.enable", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }
}
