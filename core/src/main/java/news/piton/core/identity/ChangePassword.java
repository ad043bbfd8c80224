package news.piton.core.identity;

import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.fault.Fault;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.guard.Guard;

/** Changes somebody's own password: ends all sessions of the account and begins one for whoever changed it. */
public final class ChangePassword {
    private final Database database;
    private final StaffStore staff;
    private final SessionStore ended;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Guard guard;

    ChangePassword(
            Database database,
            StaffStore staff,
            SessionStore ended,
            Sessions sessions,
            Passwords passwords,
            Guard guard) {
        this.database = database;
        this.staff = staff;
        this.ended = ended;
        this.sessions = sessions;
        this.passwords = passwords;
        this.guard = guard;
    }

    /** @throws Fault UNAUTHENTICATED for a guest, FORBIDDEN with an API token, RATE_LIMITED after many wrong guesses */
    public Outcome<SessionToken> change(Viewer viewer, String current, String next) {
        if (!(viewer instanceof Viewer.Staff self)) {
            throw Fault.unauthenticated();
        }
        if (self.credential() == null || self.credential().kind() != Credential.Kind.SESSION) {
            throw Fault.forbidden(
                    "A password is changed by whoever is signed in with it; an API token cannot do this.");
        }
        Optional<UserError> refusal = Passwords.refusal("newPassword", next, Passwords.SHORTEST);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        StaffStore.Account account = staff.account(self.id()).orElseThrow(Fault::unauthenticated);
        guard.spend(SignIn.PER_ACCOUNT, account.member().email());
        if (!passwords.matches(current, account.password())) {
            return Outcome.refused(
                    UserError.at("currentPassword", "WRONG_PASSWORD", "This is not your current password."));
        }
        guard.giveBack(SignIn.PER_ACCOUNT, account.member().email());
        String digest = passwords.digest(next);
        return database.inTransaction(() -> {
            staff.setPassword(self.id(), digest);
            ended.endAll(self.id());
            return Outcome.done(sessions.begin(self.id()));
        });
    }
}
