package news.piton.core.identity;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** Closes an account: ends its sessions and revokes its API tokens, for good. What it wrote stays under its name. */
public final class DeactivateStaffMember {
    private final Database database;
    private final StaffStore staff;
    private final SessionStore sessions;
    private final ApiTokenStore tokens;
    private final InstantSource clock;

    DeactivateStaffMember(
            Database database, StaffStore staff, SessionStore sessions, ApiTokenStore tokens, InstantSource clock) {
        this.database = database;
        this.staff = staff;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Closing a closed account is done already. */
    public Outcome<StaffMember> deactivate(long id, @Nullable Integer expectedVersion) {
        return database.inTransaction(() -> {
            boolean replaceable = staff.anotherAdmin(id);
            Optional<StaffMember> found = staff.lock(id).map(StaffStore.Account::member);
            if (found.isEmpty()) {
                return Outcome.refused(StaffDetails.unknown());
            }
            StaffMember member = found.get();
            List<UserError> errors = new ArrayList<>();
            StaffDetails.conflict(member, expectedVersion).ifPresent(errors::add);
            if (member.active() && member.isAdmin() && !replaceable) {
                errors.add(UserError.at(
                        "id", "LAST_ADMIN", "Nobody else could manage staff; make another account ADMIN first."));
            }
            if (!errors.isEmpty()) {
                return Outcome.refused(errors);
            }
            sessions.endAll(id);
            tokens.revokeAll(id, clock.instant());
            if (!member.active()) {
                return Outcome.done(member);
            }
            StaffMember closed = member.withActive(false);
            staff.change(closed);
            return Outcome.done(closed);
        });
    }
}
