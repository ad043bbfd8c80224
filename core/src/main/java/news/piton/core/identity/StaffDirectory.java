package news.piton.core.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.piton.core.page.Connection;
import news.piton.core.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** Looks up accounts and their API tokens; who may see them is for the caller to decide. */
public final class StaffDirectory {
    private final StaffStore staff;
    private final ApiTokenStore tokens;

    StaffDirectory(StaffStore staff, ApiTokenStore tokens) {
        this.staff = staff;
        this.tokens = tokens;
    }

    public Optional<StaffMember> member(long id) {
        return staff.account(id).map(StaffStore.Account::member);
    }

    /** @param email in any spelling that can be signed in with */
    public Optional<StaffMember> member(String email) {
        return news.piton.core.mail.EmailAddress.of(email)
                .flatMap(address -> staff.byEmail(address.text()))
                .map(StaffStore.Account::member);
    }

    public Map<Long, StaffMember> members(Set<Long> ids) {
        return staff.byIds(ids);
    }

    /**
     * Oldest account first.
     *
     * @param active null for open and closed accounts
     */
    public Connection<StaffMember> members(PageRequest page, @Nullable Boolean active) {
        return staff.page(page, active);
    }

    /** The tokens of each account, oldest first, revoked and expired ones too. */
    public Map<Long, List<ApiToken>> tokensOf(Set<Long> staffIds) {
        return tokens.byStaff(staffIds);
    }

    public Map<Long, ApiToken> tokens(Set<Long> ids) {
        return tokens.byIds(ids);
    }
}
