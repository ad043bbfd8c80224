package news.piton.core.identity;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;

/** Creates a staff account. */
public final class CreateStaffMember {
    private final Database database;
    private final StaffStore staff;
    private final Passwords passwords;
    private final Roles known;
    private final Ids ids;
    private final InstantSource clock;

    CreateStaffMember(
            Database database, StaffStore staff, Passwords passwords, Roles known, Ids ids, InstantSource clock) {
        this.database = database;
        this.staff = staff;
        this.passwords = passwords;
        this.known = known;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome<StaffMember> create(String name, String email, String password, Collection<String> roles) {
        return create(name, email, password, roles, Passwords.SHORTEST);
    }

    Outcome<StaffMember> create(
            String name, String email, String password, Collection<String> roles, int shortestPassword) {
        List<UserError> errors = new ArrayList<>();
        StaffDetails details = StaffDetails.checked(name, email, roles, known, errors);
        Passwords.refusal("password", password, shortestPassword).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            return Outcome.refused(errors);
        }
        StaffMember member =
                new StaffMember(ids.next(), details.name(), details.email(), details.roles(), true, 1, clock.instant());
        String digest = passwords.digest(password);
        return database.inTransaction(() -> staff.add(member, digest)
                ? Outcome.done(member)
                : Outcome.<StaffMember>refused(StaffDetails.emailTaken()));
    }
}
