package news.piton.articles.internal.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import news.piton.articles.internal.store.CatalogueWrites;
import news.piton.core.fault.UserError;

/** Where a section may stand: by itself, or below one that does. In the caller's transaction. */
public final class Nesting {
    /** A section's list reads each child's newest. */
    private static final int MOST = 20;

    private final CatalogueWrites writes;

    public Nesting(CatalogueWrites writes) {
        this.writes = writes;
    }

    /** Why a new section cannot stand below this one; locks it. */
    public Optional<UserError> refusal(long parent) {
        if (writes.lockSection(parent).isEmpty()) {
            return Optional.of(UserError.at("parent", "NOT_FOUND", "There is no section with this id."));
        }
        if (writes.parent(parent).isPresent()) {
            return refused("That section stands below another one already, and sections nest once.");
        }
        return writes.children(parent) < MOST
                ? Optional.empty()
                : refused("A section has at most " + MOST + " others below it.");
    }

    /** Why a section cannot stand below this one; locks both, in the order of their ids, so that no two wait for each other. */
    Optional<UserError> refusal(long section, long parent) {
        new TreeSet<>(List.of(section, parent)).forEach(writes::lockSection);
        if (section == parent) {
            return refused("A section cannot stand below itself.");
        }
        if (writes.parent(section).equals(OptionalLong.of(parent))) {
            return Optional.empty();
        }
        if (writes.children(section) > 0) {
            return refused("This section has others below it, and sections nest once. Move those first.");
        }
        return refusal(parent);
    }

    private static Optional<UserError> refused(String why) {
        return Optional.of(UserError.at("parent", "INVALID", why));
    }
}
