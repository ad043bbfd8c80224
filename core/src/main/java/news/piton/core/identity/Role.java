package news.piton.core.identity;

import java.util.Set;

/**
 * A named set of permissions. When two modules grant to the same role, it has the permissions of both. {@code ADMIN} is
 * core's own and has every permission of every module.
 *
 * @param name the enum value, for example {@code EDITOR}
 * @param meaning one sentence, shown in the schema; the first module's counts
 */
public record Role(String name, String meaning, Set<Permission> grants) {
    public static final String ADMIN = "ADMIN";

    public Role {
        grants = Set.copyOf(grants);
    }
}
