package news.piton.core.host.schema;

import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeInfo;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.host.schema.SchemaMerge.FieldName;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Contribution.Field;
import news.piton.core.plugin.Contribution.Mutation;
import news.piton.core.plugin.Refusal;

/** What graphql-java lets pass and we do not. Each check refuses the start with one sentence. */
final class SchemaAudit {
    /** Inputs that the host itself understands, in every mutation that offers them. */
    static final Set<String> HOST_INPUTS = Set.of("validateOnly", "idempotencyKey");

    private final SchemaMerge merge;

    SchemaAudit(SchemaMerge merge) {
        this.merge = merge;
    }

    /** Types that extend must be open, and fields added to them must be nullable, so that they cost only themselves. */
    void checkExtensions(List<Described> plugins) {
        Set<String> open = plugins.stream()
                .flatMap(plugin -> plugin.description().opens().stream())
                .collect(Collectors.toSet());
        merge.extended()
                .forEach((module, types) -> types.forEach(type -> {
                    if (!open.contains(type)) {
                        throw new Refusal("The plugin `" + module + "` extends " + type + ", which `"
                                + merge.owners().get(type)
                                + "` has not opened; ask its authors to, or drop the extension.");
                    }
                }));
        merge.fields().forEach((name, module) -> {
            boolean foreign = merge.extended().getOrDefault(module, Set.of()).contains(name.type());
            if (foreign && merge.field(name).getType() instanceof NonNullType) {
                throw new Refusal("The plugin `" + module + "` adds the non-null field " + name
                        + " to a foreign type; make it nullable, so that its failure costs only itself.");
            }
        });
    }

    /** A type's record must belong to a type that exists. */
    void checkTypes(Described plugin) {
        plugin.description().types().keySet().forEach(type -> {
            if (!plugin.name().equals(merge.owners().get(type))) {
                throw new Refusal("The plugin `" + plugin.name() + "` binds a record to the type " + type
                        + ", which its SDL does not define; correct describe() or the SDL.");
            }
        });
    }

    /** A fetcher needs a field, and one of the contributing module's own. */
    void checkFields(Described plugin, Contribution contribution) {
        contribution.fields().keySet().forEach(field -> mustOwn(plugin, field));
        contribution.mutations().keySet().forEach(name -> mustOwn(plugin, new Field("Mutation", name)));
        contribution.subscriptions().keySet().forEach(name -> mustOwn(plugin, new Field("Subscription", name)));
        contribution
                .mutations()
                .forEach((name, mutation) -> checkMutation(
                        plugin, name, mutation, contribution.fields().keySet()));
    }

    /** A node needs a record with its number and a loader, without which the number would be shown as it is. */
    void checkNodes(Described plugin, Contribution contribution) {
        contribution.nodes().keySet().forEach(type -> {
            Class<? extends Record> shape = plugin.description().types().get(type);
            if (shape == null || Accessor.of(shape, "id").isEmpty()) {
                throw new Refusal("The plugin `" + plugin.name() + "` makes " + type
                        + " a node, but binds no record with a component `long id` to it; correct describe().");
            }
        });
        merge.registry().getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> plugin.name().equals(merge.owners().get(type.getName())))
                .filter(type -> type.getImplements().stream()
                        .anyMatch(each -> TypeInfo.typeInfo(each).getName().equals("Node")))
                .filter(type -> !contribution.nodes().containsKey(type.getName()))
                .forEach(type -> {
                    throw new Refusal("The type " + type.getName() + " of the plugin `" + plugin.name()
                            + "` implements Node, but nothing loads it again; contribute node(\"" + type.getName()
                            + "\", …), or drop the interface.");
                });
    }

    private void mustOwn(Described plugin, Field field) {
        String owner = merge.fields().get(new FieldName(field.type(), field.name()));
        if (owner == null) {
            throw new Refusal("The plugin `" + plugin.name() + "` answers the field " + field.type() + "."
                    + field.name() + ", which no SDL defines; correct the name or the SDL.");
        }
        if (!owner.equals(plugin.name())) {
            throw new Refusal("The plugin `" + plugin.name() + "` answers the field " + field.type() + "."
                    + field.name() + " of `" + owner + "`; a module answers its own fields only.");
        }
    }

    private void checkMutation(Described plugin, String name, Mutation<?, ?> mutation, Set<Field> fetched) {
        FieldDefinition field = merge.field(new FieldName("Mutation", name));
        List<InputValueDefinition> arguments = field.getInputValueDefinitions();
        if (arguments.size() != 1 || !arguments.getFirst().getName().equals("input")) {
            throw new Refusal(
                    "The mutation " + name + " of `" + plugin.name() + "` must take exactly one argument, `input`.");
        }
        String inputType = TypeInfo.typeInfo(arguments.getFirst().getType()).getName();
        Set<String> offered = merge.registry().getType(inputType, InputObjectTypeDefinition.class).stream()
                .flatMap(type -> type.getInputValueDefinitions().stream())
                .map(InputValueDefinition::getName)
                .filter(input -> !HOST_INPUTS.contains(input))
                .collect(Collectors.toCollection(TreeSet::new));
        sameNames("The input " + inputType, offered, mutation.input());
        String payload = TypeInfo.typeInfo(field.getType()).getName();
        Set<String> shown =
                merge.fieldsOf(payload).map(FieldDefinition::getName).collect(Collectors.toCollection(TreeSet::new));
        if (!shown.remove("userErrors")) {
            throw new Refusal("The payload " + payload + " of the mutation " + name
                    + " has no field userErrors: [UserError!]!; add it.");
        }
        shown.removeIf(each -> fetched.contains(new Field(payload, each)));
        sameNames("The payload " + payload, shown, mutation.value());
    }

    private static void sameNames(String what, Set<String> sdl, Class<? extends Record> shape) {
        Set<String> components = Arrays.stream(shape.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(component -> !HOST_INPUTS.contains(component))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!components.equals(sdl)) {
            throw new Refusal(what + " has the fields " + sdl + ", and the record " + shape.getName() + " has "
                    + components + "; make them the same.");
        }
    }

    /** After wiring: every field of every object type must be answered by somebody. */
    static Refusal unanswered(FieldName field, Map<FieldName, String> owners) {
        return new Refusal("Nothing answers the field " + field + " of `" + owners.get(field)
                + "`: it has neither a fetcher nor a component of that name in the record bound to " + field.type()
                + ".");
    }
}
