package news.piton.core.identity;

import java.util.Set;

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

    /** @param permissions the names of what this session or API token may do */
    record Staff(long id, String name, Set<String> permissions) implements Viewer {
        public Staff {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public boolean may(Permission permission) {
            return permissions.contains(permission.name());
        }
    }
}
