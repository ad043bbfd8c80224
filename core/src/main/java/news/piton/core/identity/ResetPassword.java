package news.piton.core.identity;

import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;

/** Gives somebody else's account a new password and ends its sessions. Its API tokens go on; they can be revoked. */
public final class ResetPassword {
    private final Database database;
    private final StaffStore staff;
    private final SessionStore sessions;
    private final Passwords passwords;

    ResetPassword(Database database, StaffStore staff, SessionStore sessions, Passwords passwords) {
        this.database = database;
        this.staff = staff;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    public Outcome<StaffMember> reset(long id, String password) {
        Optional<UserError> refusal = Passwords.refusal("password", password, Passwords.SHORTEST);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String digest = passwords.digest(password);
        return database.inTransaction(() -> staff.lock(id)
                .map(account -> {
                    staff.setPassword(id, digest);
                    sessions.endAll(id);
                    return Outcome.done(account.member());
                })
                .orElseGet(() -> Outcome.refused(StaffDetails.unknown())));
    }
}
