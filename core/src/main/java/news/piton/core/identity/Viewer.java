package news.piton.core.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever asks: a guest, or a member of staff with the permissions of this session or token. */
public sealed interface Viewer {
    Viewer GUEST = new Guest();

    boolean may(Permission permission);

    /** A reader; nobody is signed in. */
    record Guest() implements Viewer {
        @Override
        public boolean may(Permission permission) {
            return false;
        }
    }

    /**
     * @param permissions the names of what this session or API token may do
     * @param credential what the request came with; null on the command line and wherever else no request is
     */
    record Staff(
            long id,
            String name,
            Set<String> permissions,
            @Nullable Credential credential) implements Viewer {
        public Staff {
            permissions = Set.copyOf(permissions);
        }

        public Staff(long id, String name, Set<String> permissions) {
            this(id, name, permissions, null);
        }

        @Override
        public boolean may(Permission permission) {
            return permissions.contains(permission.name());
        }
    }
}
