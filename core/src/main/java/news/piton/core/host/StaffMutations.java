package news.piton.core.host;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import news.piton.core.audit.AuditLog;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.ApiToken;
import news.piton.core.identity.ChangeStaffMember.Change;
import news.piton.core.identity.Identity;
import news.piton.core.identity.Permission;
import news.piton.core.identity.SessionToken;
import news.piton.core.identity.StaffMember;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** Signing in and out, staff accounts, API tokens. */
final class StaffMutations {
    private final Identity identity;
    private final AuditLog audit;
    private final Database database;

    StaffMutations(Identity identity, AuditLog audit, Database database) {
        this.identity = identity;
        this.audit = audit;
        this.database = database;
    }

    record SignInInput(String email, String password) {}

    record SignedIn(@JsonIgnore @Nullable String token, StaffMember staffMember) {}

    record SignOutInput() {}

    record SignedOut(boolean signedOut) {}

    record ChangePasswordInput(String currentPassword, String newPassword) {}

    record PasswordChanged(@JsonIgnore @Nullable String token) {}

    record CreateStaffMemberInput(String name, String email, String password, List<String> roles) {}

    record UpdateStaffMemberInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String name,
            @Nullable String email,
            @Nullable List<String> roles) {}

    record ActivityInput(String id, @Nullable Integer expectedVersion) {}

    record ResetPasswordInput(String id, String password) {}

    record OneStaffMember(StaffMember staffMember) {}

    record CreateApiTokenInput(
            String name,
            @Nullable String staffMember,
            List<String> permissions,
            @Nullable Instant expiresAt) {}

    /** The token itself is not kept, so a repeated answer lacks it. */
    record MadeToken(@JsonIgnore @Nullable String token, Instant expiresAt, ApiToken apiToken) {}

    record RevokeApiTokenInput(String id) {}

    record OneToken(ApiToken apiToken) {}

    void contributeTo(Contribution.Builder contribution) {
        contribution
                .mutation("signIn", SignInInput.class, SignedIn.class, this::signIn)
                .mutation("signOut", SignOutInput.class, SignedOut.class, this::signOut)
                .mutation("changePassword", ChangePasswordInput.class, PasswordChanged.class, this::changePassword)
                .mutation("createStaffMember", CreateStaffMemberInput.class, OneStaffMember.class, this::create)
                .mutation("updateStaffMember", UpdateStaffMemberInput.class, OneStaffMember.class, this::update)
                .mutation("deactivateStaffMember", ActivityInput.class, OneStaffMember.class, this::deactivate)
                .mutation("reactivateStaffMember", ActivityInput.class, OneStaffMember.class, this::reactivate)
                .mutation("resetPassword", ResetPasswordInput.class, OneStaffMember.class, this::resetPassword)
                .mutation("createApiToken", CreateApiTokenInput.class, MadeToken.class, this::createApiToken)
                .mutation("revokeApiToken", RevokeApiTokenInput.class, OneToken.class, this::revokeApiToken);
    }

    private Outcome<SignedIn> signIn(Call<SignInInput> call) {
        return identity.signIn()
                .signIn(
                        call.input().email(),
                        call.input().password(),
                        call.caller().address())
                .map(in -> {
                    // the host writes down what staff does, and until now this was a guest
                    var actor = new Viewer.Staff(in.member().id(), in.member().name(), Set.of());
                    String address = call.caller().address().text();
                    audit.record(actor, "signIn", List.of(), AuditLog.DONE, Map.of("address", address));
                    return new SignedIn(carried(call.caller(), in.token()), in.member());
                });
    }

    private Outcome<SignedOut> signOut(Call<SignOutInput> call) {
        boolean ended = identity.signOut().signOut(call.caller().viewer());
        setCookie(call.caller(), identity.cookie().clear());
        return Outcome.done(new SignedOut(ended));
    }

    private Outcome<PasswordChanged> changePassword(Call<ChangePasswordInput> call) {
        return identity.changePassword()
                .change(
                        call.caller().viewer(),
                        call.input().currentPassword(),
                        call.input().newPassword())
                .map(token -> new PasswordChanged(carried(call.caller(), token)));
    }

    private Outcome<OneStaffMember> create(Call<CreateStaffMemberInput> call) {
        CreateStaffMemberInput input = call.input();
        return identity.createStaffMember()
                .create(input.name(), input.email(), input.password(), input.roles())
                .map(OneStaffMember::new);
    }

    private Outcome<OneStaffMember> update(Call<UpdateStaffMemberInput> call) {
        UpdateStaffMemberInput input = call.input();
        return ofMember(
                input.id(),
                id -> identity.changeStaffMember()
                        .change(id, new Change(input.expectedVersion(), input.name(), input.email(), input.roles())));
    }

    private Outcome<OneStaffMember> deactivate(Call<ActivityInput> call) {
        return ofMember(
                call.input().id(),
                id -> identity.deactivateStaffMember()
                        .deactivate(id, call.input().expectedVersion()));
    }

    private Outcome<OneStaffMember> reactivate(Call<ActivityInput> call) {
        return ofMember(
                call.input().id(),
                id -> identity.reactivateStaffMember()
                        .reactivate(id, call.input().expectedVersion()));
    }

    private Outcome<OneStaffMember> resetPassword(Call<ResetPasswordInput> call) {
        return ofMember(
                call.input().id(),
                id -> identity.resetPassword().reset(id, call.input().password()));
    }

    private Outcome<MadeToken> createApiToken(Call<CreateApiTokenInput> call) {
        CreateApiTokenInput input = call.input();
        long owner = input.staffMember() == null
                ? call.caller().require(Permission.MANAGE_STAFF).id()
                // no account has the id 0, so a foreign id is answered as an unknown one
                : GlobalId.number("StaffMember", input.staffMember()).orElse(0);
        return identity.createApiToken()
                .create(owner, input.name(), input.permissions(), input.expiresAt())
                .map(made -> new MadeToken(made.text(), made.token().expiresAt(), made.token()));
    }

    private Outcome<OneToken> revokeApiToken(Call<RevokeApiTokenInput> call) {
        return identity.revokeApiToken()
                .revoke(GlobalId.number("ApiToken", call.input().id()).orElse(0))
                .map(OneToken::new);
    }

    private static Outcome<OneStaffMember> ofMember(String id, LongFunction<Outcome<StaffMember>> work) {
        OptionalLong number = GlobalId.number("StaffMember", id);
        return number.isEmpty()
                ? Outcome.refused(UserError.at("id", "NOT_FOUND", "There is no such account."))
                : work.apply(number.getAsLong()).map(OneStaffMember::new);
    }

    /** Sends a session's token as a cookie too. */
    private String carried(Caller caller, SessionToken token) {
        setCookie(caller, identity.cookie().set(token.text(), token.life()));
        return token.text();
    }

    /** Once the session is really there, or gone: not when it was only validated, nor twice when it took a second try. */
    private void setCookie(Caller caller, String header) {
        database.afterCommit(() -> caller.cookies().add(header));
    }
}
