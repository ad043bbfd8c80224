package news.piton.core.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.identity.Permission;
import news.piton.core.identity.Role;
import news.piton.core.outbox.EventType;
import news.piton.core.settings.Setting;

/**
 * What a module is and needs, before anything runs.
 *
 * @param name 2 to 31 lower-case letters and digits; prefix of its tables, jobs, events and settings
 * @param version as people number it, for example {@code 1.4.0}
 * @param spi the major version of the SPI that it was built for
 * @param requires names of modules that must be there and are installed before
 * @param sdl resources on the module's class path that hold its SDL
 * @param types for each GraphQL object type, the record whose components answer its fields
 * @param opens those of its types that other modules may extend
 * @param migrations whether {@code db/migration/<name>} on its class path holds migrations
 * @param events what it publishes
 * @param operations resources with ready-made GraphQL documents that GraphiQL offers in tabs; each begins with a comment
 *     line that is the tab's title
 */
public record PluginDescription(
        String name,
        String version,
        int spi,
        List<String> requires,
        List<String> sdl,
        Map<String, Class<? extends Record>> types,
        List<String> opens,
        boolean migrations,
        List<Permission> permissions,
        List<Role> roles,
        List<Setting<?>> settings,
        List<EventType<?>> events,
        List<String> operations) {

    public PluginDescription {
        requires = List.copyOf(requires);
        sdl = List.copyOf(sdl);
        types = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(types));
        opens = List.copyOf(opens);
        permissions = List.copyOf(permissions);
        roles = List.copyOf(roles);
        settings = List.copyOf(settings);
        events = List.copyOf(events);
        operations = List.copyOf(operations);
    }

    /** Begins the description of a module that was compiled against this SPI. */
    public static Builder of(String name, String version) {
        return new Builder(name, version);
    }

    /** Collects a description; every call adds. */
    public static final class Builder {
        private final String name;
        private final String version;
        private int spi = Plugin.SPI;
        private final List<String> requires = new ArrayList<>();
        private final List<String> sdl = new ArrayList<>();
        private final Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
        private final List<String> opens = new ArrayList<>();
        private boolean migrations;
        private final List<Permission> permissions = new ArrayList<>();
        private final List<Role> roles = new ArrayList<>();
        private final List<Setting<?>> settings = new ArrayList<>();
        private final List<EventType<?>> events = new ArrayList<>();
        private final List<String> operations = new ArrayList<>();

        private Builder(String name, String version) {
            this.name = name;
            this.version = version;
        }

        public Builder spi(int major) {
            spi = major;
            return this;
        }

        public Builder requires(String... modules) {
            requires.addAll(List.of(modules));
            return this;
        }

        /** A resource such as {@code graphql/comments.graphqls}. */
        public Builder sdl(String resource) {
            sdl.add(resource);
            return this;
        }

        /** An object type and the record behind it: fields without a fetcher are answered by its components. */
        public Builder type(String graphqlName, Class<? extends Record> shape) {
            types.put(graphqlName, shape);
            return this;
        }

        /** As {@link #type}, and other modules may {@code extend type} it; their fetchers get the record as source. */
        public Builder opens(String graphqlName, Class<? extends Record> shape) {
            opens.add(graphqlName);
            return type(graphqlName, shape);
        }

        /** Says that {@code db/migration/<name>} holds Flyway migrations. */
        public Builder migrations() {
            migrations = true;
            return this;
        }

        public Builder permission(Permission permission) {
            permissions.add(permission);
            return this;
        }

        public Builder role(Role role) {
            roles.add(role);
            return this;
        }

        public Builder setting(Setting<?> setting) {
            settings.add(setting);
            return this;
        }

        public Builder publishes(EventType<?>... types) {
            events.addAll(List.of(types));
            return this;
        }

        /** A resource such as {@code graphiql/moderate.graphql}. */
        public Builder operations(String... resources) {
            operations.addAll(List.of(resources));
            return this;
        }

        public PluginDescription build() {
            return new PluginDescription(
                    name,
                    version,
                    spi,
                    requires,
                    sdl,
                    types,
                    opens,
                    migrations,
                    permissions,
                    roles,
                    settings,
                    events,
                    operations);
        }
    }
}
