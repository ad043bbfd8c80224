package news.piton.core.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.piton.core.fault.UserError;
import news.piton.core.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * The details of an account that can be told wrong.
 *
 * @param email in canonical form once checked
 */
record StaffDetails(String name, String email, List<String> roles) {
    private static final int LONGEST_NAME = 100;

    /** Tidies what was given; whatever is wrong is added to the errors. */
    static StaffDetails checked(
            String name, String email, Collection<String> roles, Roles known, List<UserError> errors) {
        String bare = name.strip();
        if (bare.isEmpty()
                || bare.codePointCount(0, bare.length()) > LONGEST_NAME
                || bare.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(UserError.at("name", "NAME_LENGTH", "A name has 1 to 100 characters, all on one line."));
        }
        Optional<EmailAddress> address = EmailAddress.of(email);
        if (address.isEmpty()) {
            errors.add(UserError.at("email", "INVALID_EMAIL", "This is no address that mail can be sent to."));
        }
        List<String> sorted = roles.stream().distinct().sorted().toList();
        List<String> unknown = new ArrayList<>(sorted);
        unknown.removeAll(known.names());
        if (sorted.isEmpty()) {
            errors.add(UserError.at("roles", "NO_ROLE", "An account needs at least one role."));
        } else if (!unknown.isEmpty()) {
            errors.add(UserError.at(
                    "roles",
                    "UNKNOWN_ROLE",
                    "There is no role " + String.join(", ", unknown) + ". The roles are "
                            + String.join(", ", known.names()) + "."));
        }
        return new StaffDetails(bare, address.map(EmailAddress::text).orElse(email), sorted);
    }

    static Optional<UserError> conflict(StaffMember member, @Nullable Integer expected) {
        return expected == null || expected == member.version()
                ? Optional.empty()
                : Optional.of(UserError.at(
                        "expectedVersion",
                        "CONFLICT",
                        "Somebody changed this account meanwhile: you changed version " + expected
                                + ", it is at version " + member.version()
                                + ". Read it again and repeat your change."));
    }

    static UserError unknown() {
        return UserError.at("id", "NOT_FOUND", "There is no such account.");
    }

    static UserError emailTaken() {
        return UserError.at("email", "EMAIL_TAKEN", "Another account has this address.");
    }
}
