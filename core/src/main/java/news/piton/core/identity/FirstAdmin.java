package news.piton.core.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.mail.EmailAddress;
import news.piton.core.site.Site;
import org.jspecify.annotations.Nullable;

/** Lets the first person in: creates an admin when there is no account at all. */
public final class FirstAdmin {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StaffStore staff;
    private final CreateStaffMember create;
    private final Site site;

    FirstAdmin(StaffStore staff, CreateStaffMember create, Site site) {
        this.staff = staff;
        this.create = create;
        this.site = site;
    }

    /** @param password null when the operator chose it and knows it; otherwise to be printed, once */
    public record Made(StaffMember member, @Nullable String password) {}

    /**
     * Empty when there is an account already; later calls change nothing.
     *
     * @param email the address to sign in with; made up when empty
     * @param chosen the password, of 8 characters or more; made up when empty
     * @throws IllegalArgumentException with a sentence for each that makes no account
     */
    public Optional<Made> createIfNone(String email, String chosen) {
        if (!staff.empty()) {
            return Optional.empty();
        }
        String password = chosen.isEmpty() ? madeUp() : chosen;
        String address = email.isEmpty() ? madeUpAddress() : email;
        return switch (create.create("Admin", address, password, List.of(Role.ADMIN), Passwords.SHORTEST_BY_OPERATOR)) {
            case Outcome.Done<StaffMember>(StaffMember member) ->
                Optional.of(new Made(member, chosen.isEmpty() ? password : null));
            case Outcome.Refused<StaffMember>(List<UserError> errors) -> {
                if (!staff.empty()) {
                    yield Optional.empty(); // another node was faster
                }
                throw new IllegalArgumentException(errors.stream()
                        .map(error ->
                                "The first admin's " + error.path().getLast() + " does not do. " + error.message())
                        .collect(Collectors.joining("\n")));
            }
        };
    }

    private String madeUpAddress() {
        return EmailAddress.of("admin@" + site.url().getHost())
                .map(EmailAddress::text)
                .orElse("admin@piton.example");
    }

    /** Four groups of five letters: 99 bits, easy to type. */
    private static String madeUp() {
        return IntStream.range(0, 4)
                .mapToObj(group -> RANDOM.ints(5, 0, LETTERS.length())
                        .mapToObj(at -> LETTERS.substring(at, at + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
