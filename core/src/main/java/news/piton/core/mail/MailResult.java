package news.piton.core.mail;

/** What became of one mail, by the reply codes of RFC 5321, section 4.2.1. */
public sealed interface MailResult {

    /** The server took responsibility for it (250 after the data). */
    record Accepted(String messageId) implements MailResult {}

    /**
     * The server will never take it (5yz).
     *
     * @param recipient whether that answered RCPT TO, where a server judges the recipient; else the sender or the mail
     */
    record Rejected(String reply, boolean recipient) implements MailResult {}

    /** Not this time (4yz, or no connection before the data): certainly not sent, trying again is right. */
    record Deferred(String reply) implements MailResult {}

    /** The connection broke after the data and before the reply: sent or not, nobody knows. */
    record Uncertain(String reason) implements MailResult {}
}
