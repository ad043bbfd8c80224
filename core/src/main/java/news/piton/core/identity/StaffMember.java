package news.piton.core.identity;

import java.time.Instant;
import java.util.List;

/**
 * A staff account, as colleagues see it.
 *
 * @param roles names of roles that exist, sorted
 * @param active false once the account is closed
 * @param version grows with every change of name, address, roles or activity
 */
public record StaffMember(
        long id, String name, String email, List<String> roles, boolean active, int version, Instant createdAt) {
    public StaffMember {
        roles = List.copyOf(roles);
    }

    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    StaffMember withActive(boolean becomes) {
        return new StaffMember(id, name, email, roles, becomes, version + 1, createdAt);
    }
}
