package news.piton.core.identity;

import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** Opens a closed account again. Its old sessions and API tokens stay ended. */
public final class ReactivateStaffMember {
    private final Database database;
    private final StaffStore staff;

    ReactivateStaffMember(Database database, StaffStore staff) {
        this.database = database;
        this.staff = staff;
    }

    /** Opening an open account is done already. */
    public Outcome<StaffMember> reactivate(long id, @Nullable Integer expectedVersion) {
        return database.inTransaction(() -> {
            StaffMember member = staff.lock(id).map(StaffStore.Account::member).orElse(null);
            if (member == null) {
                return Outcome.refused(StaffDetails.unknown());
            }
            UserError conflict = StaffDetails.conflict(member, expectedVersion).orElse(null);
            if (conflict != null) {
                return Outcome.refused(conflict);
            }
            if (member.active()) {
                return Outcome.done(member);
            }
            StaffMember open = member.withActive(true);
            staff.change(open);
            return Outcome.done(open);
        });
    }
}
