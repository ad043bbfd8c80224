package news.piton.core.identity;

import java.time.InstantSource;
import java.util.List;
import news.piton.core.database.Database;
import news.piton.core.guard.Guard;
import news.piton.core.id.Ids;
import news.piton.core.job.Job;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;

/** Everything that can be done with accounts, put together once. */
public record Identity(
        Roles roles,
        Authentication authentication,
        SessionCookie cookie,
        SignIn signIn,
        SignOut signOut,
        ChangePassword changePassword,
        StaffDirectory directory,
        CreateStaffMember createStaffMember,
        ChangeStaffMember changeStaffMember,
        DeactivateStaffMember deactivateStaffMember,
        ReactivateStaffMember reactivateStaffMember,
        ResetPassword resetPassword,
        CreateApiToken createApiToken,
        RevokeApiToken revokeApiToken,
        FirstAdmin firstAdmin,
        List<Job> jobs) {

    public static final List<Setting<?>> SETTINGS = List.of(Passwords.MEMORY, Sessions.IDLE, Sessions.LIFE);

    public static Identity of(
            Database database, InstantSource clock, Ids ids, Guard guard, Site site, Settings settings, Roles roles) {
        var passwords = new Passwords(Runtime.getRuntime().availableProcessors(), settings.get(Passwords.MEMORY));
        return of(database, clock, ids, guard, site, settings, roles, passwords);
    }

    static Identity of(
            Database database,
            InstantSource clock,
            Ids ids,
            Guard guard,
            Site site,
            Settings settings,
            Roles roles,
            Passwords passwords) {
        var staff = new StaffStore(database, roles);
        var sessionStore = new SessionStore(database);
        var tokens = new ApiTokenStore(database, roles);
        var sessions = new Sessions(sessionStore, settings, ids, clock);
        var cookie = new SessionCookie(site);
        var create = new CreateStaffMember(database, staff, passwords, roles, ids, clock);
        return new Identity(
                roles,
                new Authentication(sessionStore, tokens, staff, roles, cookie, settings, clock),
                cookie,
                new SignIn(database, staff, sessions, passwords, guard),
                new SignOut(sessionStore),
                new ChangePassword(database, staff, sessionStore, sessions, passwords, guard),
                new StaffDirectory(staff, tokens),
                create,
                new ChangeStaffMember(database, staff, roles),
                new DeactivateStaffMember(database, staff, sessionStore, tokens, clock),
                new ReactivateStaffMember(database, staff),
                new ResetPassword(database, staff, sessionStore, passwords),
                new CreateApiToken(database, staff, tokens, roles, ids, clock),
                new RevokeApiToken(database, tokens, clock),
                new FirstAdmin(staff, create, site),
                List.of(sessions.forgetEnded()));
    }
}
