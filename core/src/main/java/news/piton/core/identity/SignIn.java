package news.piton.core.identity;

import java.time.Duration;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.fault.Fault;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.guard.ClientAddress;
import news.piton.core.guard.Guard;
import news.piton.core.guard.RateLimit;
import news.piton.core.mail.EmailAddress;
import news.piton.core.text.LowerCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs a member of staff in. A wrong password, an unknown address and a closed account are answered alike, after the same
 * work. Attempts that fail use up what is allowed; those that succeed do not.
 */
public final class SignIn {
    /** Keeps one guesser from one account. */
    static final RateLimit PER_ADDRESS_AND_ACCOUNT =
            new RateLimit("identity.sign-in.address-and-account", 10, Duration.ofMinutes(15));
    /** Keeps many guessers from one account; NIST SP 800-63B asks for less than 100 in a row. */
    static final RateLimit PER_ACCOUNT = new RateLimit("identity.sign-in.account", 50, Duration.ofHours(1));
    /** Keeps one guesser from many accounts. */
    static final RateLimit PER_ADDRESS = new RateLimit("identity.sign-in.address", 100, Duration.ofHours(1));

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int LONGEST_KEY = 254;

    private final Database database;
    private final StaffStore staff;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Guard guard;

    SignIn(Database database, StaffStore staff, Sessions sessions, Passwords passwords, Guard guard) {
        this.database = database;
        this.staff = staff;
        this.sessions = sessions;
        this.passwords = passwords;
        this.guard = guard;
    }

    public record SignedIn(StaffMember member, SessionToken token) {}

    /** @throws Fault RATE_LIMITED after too many failures, UNAVAILABLE when too many sign in at once */
    public Outcome<SignedIn> signIn(String email, String password, ClientAddress from) {
        Optional<EmailAddress> address = EmailAddress.of(email);
        String account = address.map(EmailAddress::text).orElseGet(() -> key(email));
        guard.spend(PER_ADDRESS, from.text());
        guard.spend(PER_ADDRESS_AND_ACCOUNT, from.text() + " " + account);
        guard.spend(PER_ACCOUNT, account);

        Optional<StaffStore.Account> found = address.flatMap(known -> staff.byEmail(known.text()));
        boolean right = passwords.matches(
                password, found.map(StaffStore.Account::password).orElse(null));
        Optional<SignedIn> signedIn = right ? found.flatMap(known -> enter(known, password)) : Optional.empty();
        if (signedIn.isEmpty()) {
            LOG.info("Refused to sign in somebody from {}.", from.text());
            return Outcome.refused(UserError.of(
                    "SIGN_IN_FAILED",
                    "No open account has this address with this password. Check both, or ask whoever manages staff."));
        }
        guard.giveBack(PER_ADDRESS, from.text());
        guard.giveBack(PER_ADDRESS_AND_ACCOUNT, from.text() + " " + account);
        guard.giveBack(PER_ACCOUNT, account);
        return Outcome.done(signedIn.get());
    }

    private Optional<SignedIn> enter(StaffStore.Account tried, String password) {
        long id = tried.member().id();
        String renewed = passwords.outdated(tried.password()) ? passwords.digest(password) : tried.password();
        return database.inTransaction(() -> staff.lock(id)
                // while we compared, the account may have been closed or its password changed
                .filter(now -> now.member().active() && now.password().equals(tried.password()))
                .map(now -> {
                    if (!renewed.equals(now.password())) {
                        staff.setPassword(id, renewed);
                    }
                    return new SignedIn(now.member(), sessions.begin(id));
                }));
    }

    private static String key(String email) {
        return beginning(LowerCase.of(beginning(email.strip())));
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_KEY));
    }
}
