package news.piton.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;
import org.jspecify.annotations.Nullable;

/** Makes a token for a program that acts for an account, with some of the account's permissions and for some time. */
public final class CreateApiToken {
    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final StaffStore staff;
    private final ApiTokenStore tokens;
    private final Roles known;
    private final Ids ids;
    private final InstantSource clock;

    CreateApiToken(
            Database database, StaffStore staff, ApiTokenStore tokens, Roles known, Ids ids, InstantSource clock) {
        this.database = database;
        this.staff = staff;
        this.tokens = tokens;
        this.known = known;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param text what the program sends; it exists here and with its owner only */
    public record Made(ApiToken token, String text) {}

    /** @param expiresAt null for 90 days from now */
    public Outcome<Made> create(
            long staffId, String name, Collection<String> permissions, @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        Instant end = expiresAt == null ? now.plus(USUAL) : expiresAt;
        return database.inTransaction(() -> {
            StaffMember member = staff.lock(staffId)
                    .map(StaffStore.Account::member)
                    .filter(StaffMember::active)
                    .orElse(null);
            if (member == null) {
                return Outcome.refused(UserError.at("staffMember", "NOT_FOUND", "There is no such open account."));
            }
            List<UserError> errors = new ArrayList<>();
            String bare = name.strip();
            if (bare.isEmpty() || bare.codePointCount(0, bare.length()) > LONGEST_NAME) {
                errors.add(UserError.at("name", "NAME_LENGTH", "Say in 1 to 100 characters what the token is for."));
            }
            if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
                errors.add(UserError.at(
                        "expiresAt", "EXPIRY_RANGE", "A token must expire in the future, and within a year."));
            }
            List<String> chosen = permissions.stream().distinct().sorted().toList();
            List<String> missing = new ArrayList<>(chosen);
            missing.removeAll(known.permissions(member.roles()));
            if (chosen.isEmpty()) {
                errors.add(UserError.at("permissions", "NO_PERMISSION", "A token needs at least one permission."));
            } else if (!missing.isEmpty()) {
                errors.add(UserError.at(
                        "permissions",
                        "PERMISSION_MISSING",
                        "The account itself does not have " + String.join(", ", missing) + "."));
            }
            if (!errors.isEmpty()) {
                return Outcome.refused(errors);
            }
            Secret secret = Secret.fresh(Credential.Kind.API_TOKEN);
            ApiToken token = new ApiToken(ids.next(), staffId, bare, chosen, now, end, null, null);
            tokens.add(token, secret);
            return Outcome.done(new Made(token, secret.text()));
        });
    }
}
