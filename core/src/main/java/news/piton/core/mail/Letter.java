package news.piton.core.mail;

/** A mail written down and, where there is a key, signed: ready for the post. {@link Mailer#compose} makes it. */
public final class Letter {
    private final EmailAddress to;
    private final String subject;
    private final String messageId;
    private final byte[] raw;

    Letter(EmailAddress to, String subject, String messageId, byte[] raw) {
        this.to = to;
        this.subject = subject;
        this.messageId = messageId;
        this.raw = raw;
    }

    public EmailAddress to() {
        return to;
    }

    String subject() {
        return subject;
    }

    String messageId() {
        return messageId;
    }

    byte[] raw() {
        return raw;
    }
}
