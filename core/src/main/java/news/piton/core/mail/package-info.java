/** Sending mail: an SMTP connection pool with DKIM, or a development outbox that shows what would be sent. */
@NullMarked
package news.piton.core.mail;

import org.jspecify.annotations.NullMarked;
