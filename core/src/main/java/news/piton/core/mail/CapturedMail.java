package news.piton.core.mail;

import java.time.Instant;

/** A mail in the development outbox, as a list shows it. */
public record CapturedMail(long id, Instant at, String recipient, String subject) {}
