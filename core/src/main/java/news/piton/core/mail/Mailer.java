package news.piton.core.mail;

/** Sends mail, now, and says what the other side answered. Never inside a transaction whose rollback should unsend it. */
public final class Mailer {

    /** Hands one mail to the SMTP server or, without one, to the development outbox. Takes at most some seconds. */
    public MailResult send(Mail mail) {
        throw new UnsupportedOperationException();
    }
}
