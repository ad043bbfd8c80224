package news.piton.core.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import news.piton.core.id.Ids;
import news.piton.core.site.Site;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

/** Writes a mail down as bytes (RFC 5322, MIME), 7-bit and in short lines throughout, signed where there is a key. */
final class Composer {
    /** As RFC 5322, section 3.3 has it. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Session session = Session.getInstance(new Properties());
    private final Site site;
    private final EmailAddress sender;
    private final MailSettings.@Nullable Dkim dkim;
    private final Ids ids;
    private final InstantSource clock;

    Composer(Site site, MailSettings.@Nullable Dkim dkim, Ids ids, InstantSource clock) {
        this.site = site;
        this.sender = EmailAddress.of(site.mailFrom())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The setting `site.mail-from` must be an e-mail address; it is \"" + site.mailFrom() + "\"."));
        this.dkim = dkim;
        this.ids = ids;
        this.clock = clock;
    }

    EmailAddress sender() {
        return sender;
    }

    Letter compose(Mail mail, EmailAddress to) {
        String id = "<" + ids.secret() + "@" + sender.domain() + ">";
        try {
            MimeMessage message = new Identified(session, id);
            message.setFrom(new InternetAddress(sender.text(), site.name(), "UTF-8"));
            message.setRecipient(RecipientType.TO, new InternetAddress(to.text()));
            message.setSubject(mail.subject(), "UTF-8");
            message.setHeader("Date", DATE.format(clock.instant()));
            for (Map.Entry<String, String> header : mail.headers().entrySet()) {
                String value = MimeUtility.encodeText(header.getValue(), "UTF-8", null);
                message.setHeader(
                        header.getKey(), MimeUtility.fold(header.getKey().length() + 2, value));
            }
            if (mail.html() == null) {
                write(message, mail.text(), "plain");
            } else {
                MimeBodyPart text = new MimeBodyPart();
                write(text, mail.text(), "plain");
                MimeBodyPart html = new MimeBodyPart();
                write(html, mail.html(), "html");
                message.setContent(new MimeMultipart("alternative", text, html));
            }
            message.saveChanges();
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            (dkim == null ? message : signed(message, dkim)).writeTo(raw);
            return new Letter(to, mail.subject(), id, raw.toByteArray());
        } catch (MessagingException | IOException impossibleInMemory) {
            throw new IllegalStateException("A mail could not be written.", impossibleInMemory);
        }
    }

    private static void write(MimePart part, String text, String subtype) throws MessagingException {
        part.setText(text, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    private MimeMessage signed(MimeMessage message, MailSettings.Dkim by) throws MessagingException {
        try {
            String domain = by.domain().isEmpty() ? sender.domain() : by.domain();
            DkimSigner signer = new DkimSigner(domain, by.selector(), by.key());
            signer.setCheckDomainKey(false); // it would ask the DNS for every mail
            signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
            signer.setHeaderCanonicalization(Canonicalization.RELAXED);
            signer.setBodyCanonicalization(Canonicalization.RELAXED);
            signer.setLengthParam(false); // or others could append to what we signed
            // RFC 8058, section 4: one-click unsubscription counts only when it is signed
            signer.addHeaderToSign("List-Unsubscribe");
            signer.addHeaderToSign("List-Unsubscribe-Post");
            return new DkimMessage(message, signer);
        } catch (DkimException wrongKey) {
            throw new IllegalStateException("The DKIM key cannot sign.", wrongKey);
        }
    }

    /** A message that keeps the id we gave it. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
