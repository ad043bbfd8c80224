package news.piton.core.host.schema;

import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.schema.DataFetcher;
import java.util.Optional;
import news.piton.core.graphql.Caller;
import news.piton.core.identity.Permission;

/** The directive {@code @requires}: nothing behind the field runs for whoever lacks the permission. */
final class Requires {
    private Requires() {}

    static Optional<Permission> permission(FieldDefinition field) {
        return field.getDirectives("requires").stream()
                .flatMap(directive -> directive.getArguments().stream())
                .map(argument -> new Permission(((EnumValue) argument.getValue()).getName(), ""))
                .findFirst();
    }

    static DataFetcher<Object> guard(Permission permission, DataFetcher<?> guarded) {
        return environment -> {
            Caller.of(environment).require(permission);
            return guarded.get(environment);
        };
    }
}
