package news.piton.core.identity;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.guard.ClientAddress;
import news.piton.core.guard.Guard;
import news.piton.core.id.Ids;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;
import news.piton.core.testing.TestClock;
import news.piton.core.testing.TestDatabase;
import news.piton.core.token.InstallationSecret;
import news.piton.core.token.Tokens;

/** A newsroom's accounts on a database of their own, with two roles beside ADMIN. */
final class Newsroom implements AutoCloseable {
    static final String PASSWORD = "mango season opens early";
    static final ClientAddress DESK = new ClientAddress("192.0.2.7");

    final TestClock clock = new TestClock();
    final Passwords passwords = new Passwords(2, 1);
    final Identity identity;
    final Database database;
    private final TestDatabase schema = TestDatabase.create().migrated("core");

    Newsroom() {
        database = schema.open();
        List<Setting<?>> declared = new ArrayList<>(Identity.SETTINGS);
        declared.addAll(Guard.SETTINGS);
        declared.add(InstallationSecret.SECRET);
        Settings settings = Settings.read(declared, Map.of(), Map.of());
        Permission write = new Permission("WRITE", "Write.");
        Permission publish = new Permission("PUBLISH", "Publish.");
        Tokens tokens = InstallationSecret.tokens(settings, database);
        identity = Identity.of(
                database,
                clock,
                new Ids(clock),
                new Guard(settings, tokens, database, clock),
                new Site(
                        "The Herald",
                        URI.create("http://127.0.0.1:8080"),
                        ZoneId.of("America/St_Lucia"),
                        "news@herald.example"),
                settings,
                Roles.of(
                        List.of(write, publish, Permission.MANAGE_STAFF),
                        List.of(
                                new Role("AUTHOR", "Writes.", Set.of(write)),
                                new Role("EDITOR", "Publishes.", Set.of(write, publish)))),
                passwords);
    }

    StaffMember hire(String email, String... roles) {
        return done(identity.createStaffMember().create("Ada Joseph", email, PASSWORD, List.of(roles)));
    }

    String signIn(String email) {
        return done(identity.signIn().signIn(email, PASSWORD, DESK)).token().text();
    }

    Viewer viewer(String bearer) {
        return identity.authentication().viewer(null, "Bearer " + bearer);
    }

    /** What may be done with this token; empty when it opens nothing. */
    Set<String> permissions(String bearer) {
        try {
            return ((Viewer.Staff) viewer(bearer)).permissions();
        } catch (news.piton.core.fault.Fault refused) {
            return Set.of();
        }
    }

    static <V> V done(Outcome<V> outcome) {
        return switch (outcome) {
            case Outcome.Done<V>(V value) -> value;
            case Outcome.Refused<V>(List<UserError> errors) -> throw new AssertionError("refused: " + errors);
        };
    }

    static List<String> refusals(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(List<UserError> errors)
                ? errors.stream().map(UserError::code).toList()
                : List.of();
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        schema.close();
    }
}
