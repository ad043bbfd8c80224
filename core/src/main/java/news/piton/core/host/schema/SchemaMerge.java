package news.piton.core.host.schema;

import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.identity.Permission;
import news.piton.core.identity.Role;
import news.piton.core.plugin.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * All modules' SDL as one registry, and who owns what in it. The first audit: nobody defines what another defines, and
 * whoever extends a type has required its owner, who has opened it.
 *
 * @param owners the module behind each named definition
 * @param fields the module behind each field of an object type
 * @param extended for each module, the foreign types that it extends
 */
public record SchemaMerge(
        TypeDefinitionRegistry registry,
        Map<String, String> owners,
        Map<FieldName, String> fields,
        Map<String, Set<String>> extended) {
    static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");
    private static final String CORE = "core";

    /** A field of an object type. */
    public record FieldName(String type, String field) {
        @Override
        public String toString() {
            return type + "." + field;
        }
    }

    /** @throws Refusal for every clash, in one sentence */
    public static SchemaMerge of(List<Described> plugins) {
        List<ModuleSdl> modules = plugins.stream()
                .map(each -> ModuleSdl.of(each.plugin(), each.description()))
                .toList();
        SchemaMerge merge =
                new SchemaMerge(new TypeDefinitionRegistry(), new TreeMap<>(), new LinkedHashMap<>(), new HashMap<>());
        merge.add(permissions(plugins), CORE);
        merge.add(roles(plugins), CORE);
        modules.forEach(merge::addDefinitions);
        modules.forEach(merge::addExtensions);
        SchemaAudit audit = new SchemaAudit(merge);
        audit.checkExtensions(plugins);
        plugins.forEach(audit::checkTypes);
        return merge;
    }

    private void addDefinitions(ModuleSdl sdl) {
        for (SDLDefinition<?> definition : sdl.definitions()) {
            if (definition instanceof SDLNamedDefinition<?> named && !isExtension(definition)) {
                add(named, sdl.module().name());
            }
        }
    }

    private void add(SDLNamedDefinition<?> definition, String module) {
        String name = definition.getName();
        @Nullable String other = owners.putIfAbsent(name, module);
        if (other != null) {
            throw new Refusal("Both `" + other + "` and `" + module + "` define " + name
                    + " in their SDL; one of them must rename it or extend the other's.");
        }
        registry.add(definition);
        if (definition instanceof ObjectTypeDefinition type) {
            type.getFieldDefinitions().forEach(field -> own(name, field, module));
        }
    }

    private void addExtensions(ModuleSdl sdl) {
        String module = sdl.module().name();
        for (SDLDefinition<?> definition : sdl.definitions()) {
            if (!isExtension(definition)) {
                continue;
            }
            if (!(definition instanceof ObjectTypeExtensionDefinition extension)) {
                throw new Refusal("The plugin `" + module + "` extends "
                        + (definition instanceof SDLNamedDefinition<?> named ? named.getName() : "the schema")
                        + ", which is no object type; only object types can be extended, so define a type of its own.");
            }
            addExtension(sdl, extension);
        }
    }

    private void addExtension(ModuleSdl sdl, ObjectTypeExtensionDefinition extension) {
        String module = sdl.module().name();
        String type = extension.getName();
        @Nullable String owner = owners.get(type);
        if (owner == null && type.equals("Subscription")) {
            // The first module with a subscription makes the root; core has none of its own.
            add(
                    ObjectTypeDefinition.newObjectTypeDefinition()
                            .name(type)
                            .description(described("What the server tells by itself, over text/event-stream."))
                            .fieldDefinitions(extension.getFieldDefinitions())
                            .build(),
                    module);
            owners.put(type, CORE);
            return;
        }
        if (owner == null) {
            throw new Refusal("The plugin `" + module + "` extends " + type
                    + ", which no installed module defines; install that module or drop the extension.");
        }
        if (!ROOTS.contains(type) && !owner.equals(module)) {
            if (!sdl.module().requires().contains(owner)) {
                throw new Refusal("The plugin `" + module + "` extends " + type + " of `" + owner
                        + "` without requiring it; add requires(\"" + owner + "\").");
            }
            extended.computeIfAbsent(module, name -> new LinkedHashSet<>()).add(type);
        }
        extension.getFieldDefinitions().forEach(field -> own(type, field, module));
        registry.add(extension);
    }

    /** All fields of an object type, those that extensions add included; empty for anything else. */
    Stream<FieldDefinition> fieldsOf(String type) {
        return Stream.concat(
                registry.getType(type, ObjectTypeDefinition.class).stream()
                        .flatMap(definition -> definition.getFieldDefinitions().stream()),
                registry.objectTypeExtensions().getOrDefault(type, List.of()).stream()
                        .flatMap(extension -> extension.getFieldDefinitions().stream()));
    }

    FieldDefinition field(FieldName name) {
        return fieldsOf(name.type())
                .filter(field -> field.getName().equals(name.field()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not defined"));
    }

    private void own(String type, FieldDefinition field, String module) {
        @Nullable String other = fields.putIfAbsent(new FieldName(type, field.getName()), module);
        if (other != null) {
            throw new Refusal("Both `" + other + "` and `" + module + "` define the field " + type + "."
                    + field.getName() + "; one of them must rename it.");
        }
    }

    private static boolean isExtension(SDLDefinition<?> definition) {
        return definition.getClass().getSimpleName().endsWith("ExtensionDefinition");
    }

    private static TypeDefinition<?> permissions(List<Described> plugins) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Described plugin : plugins) {
            for (Permission permission : plugin.description().permissions()) {
                if (values.putIfAbsent(permission.name(), permission.meaning()) != null) {
                    throw new Refusal("The plugin `" + plugin.name() + "` brings the permission " + permission.name()
                            + ", which exists already; rename it.");
                }
            }
        }
        return enumOf("Permission", "What staff may be allowed to do.", values);
    }

    private static TypeDefinition<?> roles(List<Described> plugins) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Described plugin : plugins) {
            for (Role role : plugin.description().roles()) {
                values.putIfAbsent(role.name(), role.meaning());
            }
        }
        values.put(Role.ADMIN, "Has every permission.");
        return enumOf("Role", "A named set of permissions.", values);
    }

    private static TypeDefinition<?> enumOf(String name, String meaning, Map<String, String> values) {
        List<EnumValueDefinition> definitions = new ArrayList<>();
        values.forEach((value, description) -> definitions.add(EnumValueDefinition.newEnumValueDefinition()
                .name(value)
                .description(described(description))
                .build()));
        return EnumTypeDefinition.newEnumTypeDefinition()
                .name(name)
                .description(described(meaning))
                .enumValueDefinitions(definitions)
                .build();
    }

    private static Description described(String text) {
        return new Description(text, null, false);
    }
}
