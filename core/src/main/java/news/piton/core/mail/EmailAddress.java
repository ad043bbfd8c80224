package news.piton.core.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: a dot-atom and a domain name (RFC 5321, section 4.1.2, without quoting and address
 * literals), at most 64 and 254 octets long (RFC 3696, erratum 1690). Canonical: a domain in other letters becomes its
 * A-labels (RFC 5891), and everything is in lower case, since no provider of note tells cases apart and people do not
 * remember which they used.
 */
public record EmailAddress(String text) {
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,31}");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;

    public EmailAddress {
        if (!parse(text).map(address -> address.equals(text)).orElse(false)) {
            throw new IllegalArgumentException("not an e-mail address in canonical form");
        }
    }

    /** Empty when no mail can be sent to it. Space around it is ignored. */
    public static Optional<EmailAddress> of(String text) {
        return parse(text).map(EmailAddress::new);
    }

    public String domain() {
        return text.substring(text.indexOf('@') + 1);
    }

    private static Optional<String> parse(String text) {
        String bare = text.strip();
        int at = bare.lastIndexOf('@');
        if (at < 1 || bare.length() > LONGEST) {
            return Optional.empty();
        }
        String local = bare.substring(0, at).toLowerCase(Locale.ROOT);
        if (local.length() > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(bare.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
            String whole = local + "@" + domain;
            boolean fits = whole.length() <= LONGEST && DOMAIN.matcher(domain).matches();
            return fits ? Optional.of(whole) : Optional.empty();
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
