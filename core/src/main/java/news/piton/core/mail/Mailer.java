package news.piton.core.mail;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;
import org.jspecify.annotations.Nullable;

/** Sends mail, now, and says what the other side answered. Never inside a transaction whose rollback should unsend it. */
public final class Mailer implements AutoCloseable {
    public static final List<Setting<?>> SETTINGS = MailSettings.ALL;

    private final Composer composer;
    private final CapturedMails captured;
    private final @Nullable SmtpPool smtp;

    /** @throws IllegalArgumentException with a sentence when the settings do not fit together */
    public Mailer(Settings settings, Site site, Database database, Ids ids, InstantSource clock) {
        MailSettings chosen = MailSettings.of(settings);
        this.composer = new Composer(site, chosen.dkim(), ids, clock);
        this.captured = new CapturedMails(database, ids, clock);
        this.smtp = chosen.host().isEmpty()
                ? null
                : new SmtpPool(chosen, composer.sender(), site.url().getHost());
    }

    /**
     * Writes a mail down without sending it, for whoever has to know that it can be written before anybody hears of it.
     *
     * @throws IllegalArgumentException when no mail can be sent to its address
     * @throws IllegalStateException when it cannot be written, or not be signed
     */
    public Letter compose(Mail mail) {
        return composer.compose(
                mail,
                EmailAddress.of(mail.to())
                        .orElseThrow(() -> new IllegalArgumentException("no mail can be sent to this address")));
    }

    /**
     * Hands one mail to the SMTP server or, without one, to the development outbox. Takes at most some seconds. An address
     * that no mail can be sent to is Rejected without asking anybody.
     */
    public MailResult send(Mail mail) {
        Optional<EmailAddress> recipient = EmailAddress.of(mail.to());
        if (recipient.isEmpty()) {
            return new MailResult.Rejected("553 not an e-mail address", true);
        }
        return send(composer.compose(mail, recipient.get()));
    }

    /** As {@link #send(Mail)}, for a mail that is written already. */
    public MailResult send(Letter letter) {
        if (smtp == null) {
            captured.add(letter);
            return new MailResult.Accepted(letter.messageId());
        }
        return smtp.send(letter);
    }

    /** Whether mail stays here, in {@link #captured}, for want of an SMTP server. */
    public boolean captures() {
        return smtp == null;
    }

    /** What was not sent for want of an SMTP server. */
    public CapturedMails captured() {
        return captured;
    }

    @Override
    public void close() {
        if (smtp != null) {
            smtp.close();
        }
    }
}
