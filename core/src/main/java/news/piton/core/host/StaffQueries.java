package news.piton.core.host;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import news.piton.core.audit.AuditEntry;
import news.piton.core.audit.AuditLog;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Pages;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.ApiToken;
import news.piton.core.identity.Identity;
import news.piton.core.identity.Permission;
import news.piton.core.identity.StaffMember;
import news.piton.core.identity.Viewer;
import news.piton.core.page.Connection;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** Reading staff accounts, API tokens and the audit log. */
final class StaffQueries {
    private final Identity identity;
    private final AuditLog audit;
    private final Loader<Long, StaffMember> members;
    private final Loader<Long, ApiToken> tokens;
    private final Loader<Long, List<ApiToken>> tokensOf;

    StaffQueries(Identity identity, AuditLog audit) {
        this.identity = identity;
        this.audit = audit;
        var directory = identity.directory();
        this.members = new Loader<>("core.staff-members", (ids, caller) -> switch (caller.viewer()) {
            case Viewer.Guest guest -> Map.of();
            case Viewer.Staff staff -> directory.members(caller.may(Permission.MANAGE_STAFF) ? ids : own(ids, staff));
        });
        this.tokens = new Loader<>(
                "core.api-tokens",
                (ids, caller) -> caller.may(Permission.MANAGE_STAFF) ? directory.tokens(ids) : Map.of());
        this.tokensOf = new Loader<>(
                "core.api-tokens-of",
                (ids, caller) -> caller.may(Permission.MANAGE_STAFF) ? directory.tokensOf(ids) : Map.of());
    }

    void contributeTo(Contribution.Builder contribution) {
        contribution
                .query("viewer", environment -> switch (Caller.of(environment).viewer()) {
                    case Viewer.Guest guest -> null;
                    case Viewer.Staff staff -> members.load(environment, staff.id());
                })
                .query("staffMembers", this::staffMembers)
                .query("auditLog", this::auditLog)
                .field(
                        "StaffMember",
                        "permissions",
                        environment -> identity
                                .roles()
                                .permissions(member(environment).roles())
                                .stream()
                                .sorted()
                                .toList())
                .field(
                        "StaffMember",
                        "apiTokens",
                        environment ->
                                tokensOf.load(environment, member(environment).id()))
                .field(
                        "AuditEntry",
                        "actor",
                        environment ->
                                members.load(environment, entry(environment).actorId()))
                .node("StaffMember", members)
                .node("ApiToken", tokens)
                .loader(tokensOf);
    }

    /** Addresses and roles of colleagues are nobody's business but of those who manage staff. */
    private static Set<Long> own(Set<Long> ids, Viewer.Staff staff) {
        return ids.contains(staff.id()) ? Set.of(staff.id()) : Set.of();
    }

    private Connection<StaffMember> staffMembers(DataFetchingEnvironment environment) {
        return identity.directory().members(Pages.of(environment), environment.getArgument("active"));
    }

    private Connection<AuditEntry> auditLog(DataFetchingEnvironment environment) {
        @Nullable String actor = environment.getArgument("actor");
        OptionalLong id = actor == null ? OptionalLong.empty() : GlobalId.number("StaffMember", actor);
        if (actor != null && id.isEmpty()) {
            return Connection.empty();
        }
        return audit.entries(
                Pages.of(environment), actor == null ? null : id.getAsLong(), environment.getArgument("action"));
    }

    private static StaffMember member(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<StaffMember>getSource());
    }

    private static AuditEntry entry(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<AuditEntry>getSource());
    }
}
