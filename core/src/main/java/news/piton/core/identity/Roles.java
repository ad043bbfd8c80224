package news.piton.core.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which roles there are, over all modules, and what each may do. */
public final class Roles {
    private final Map<String, Set<String>> grants;
    private final Set<String> permissions;

    private Roles(Map<String, Set<String>> grants, Set<String> permissions) {
        this.grants = grants;
        this.permissions = permissions;
    }

    /** Roles of one name become one, with the permissions of all; ADMIN gets every permission there is. */
    public static Roles of(Collection<Permission> permissions, Collection<Role> roles) {
        Set<String> all = new TreeSet<>();
        permissions.forEach(permission -> all.add(permission.name()));
        Map<String, Set<String>> grants = new HashMap<>();
        for (Role role : roles) {
            Set<String> granted = grants.computeIfAbsent(role.name(), name -> new HashSet<>());
            role.grants().forEach(permission -> granted.add(permission.name()));
        }
        grants.put(Role.ADMIN, all);
        return new Roles(grants, all);
    }

    /** The permissions of all these roles together. A role whose module is not installed grants nothing. */
    public Set<String> permissions(Collection<String> roles) {
        Set<String> together = new HashSet<>();
        roles.forEach(role -> together.addAll(grants.getOrDefault(role, Set.of())));
        return together;
    }

    /** The names of all permissions, sorted. */
    public Set<String> permissions() {
        return permissions;
    }

    /** The names of all roles, sorted. */
    public Set<String> names() {
        return new TreeSet<>(grants.keySet());
    }
}
