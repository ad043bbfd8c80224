package news.piton.core.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** Changes an account's name, address or roles. Roles count from the account's next request on. */
public final class ChangeStaffMember {
    private final Database database;
    private final StaffStore staff;
    private final Roles known;

    ChangeStaffMember(Database database, StaffStore staff, Roles known) {
        this.database = database;
        this.staff = staff;
        this.known = known;
    }

    /**
     * Null leaves a thing as it is.
     *
     * @param expectedVersion the version that the change was made from; null to overwrite whatever is there
     */
    public record Change(
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable String email,
            @Nullable List<String> roles) {}

    public Outcome<StaffMember> change(long id, Change change) {
        return database.inTransaction(() -> {
            boolean replaceable = staff.anotherAdmin(id);
            Optional<StaffMember> found = staff.lock(id).map(StaffStore.Account::member);
            if (found.isEmpty()) {
                return Outcome.refused(StaffDetails.unknown());
            }
            StaffMember old = found.get();
            List<UserError> errors = new ArrayList<>();
            StaffDetails.conflict(old, change.expectedVersion()).ifPresent(errors::add);
            StaffDetails details = StaffDetails.checked(
                    change.name() == null ? old.name() : change.name(),
                    change.email() == null ? old.email() : change.email(),
                    change.roles() == null ? old.roles() : change.roles(),
                    known,
                    errors);
            boolean resigns = old.active() && old.isAdmin() && !details.roles().contains(Role.ADMIN);
            if (resigns && !replaceable) {
                errors.add(UserError.at(
                        "roles", "LAST_ADMIN", "Nobody else could manage staff; make another account ADMIN first."));
            }
            if (!errors.isEmpty()) {
                return Outcome.refused(errors);
            }
            StaffMember changed = new StaffMember(
                    id,
                    details.name(),
                    details.email(),
                    details.roles(),
                    old.active(),
                    old.version() + 1,
                    old.createdAt());
            return staff.change(changed) ? Outcome.done(changed) : Outcome.refused(StaffDetails.emailTaken());
        });
    }
}
