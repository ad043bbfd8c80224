package news.piton.core.host.schema;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeInfo;
import graphql.schema.idl.TypeRuntimeWiring;
import graphql.schema.idl.errors.SchemaProblem;
import graphql.schema.validation.InvalidSchemaException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.piton.core.fault.UserError;
import news.piton.core.graphql.Loader;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.host.execution.LiveValue;
import news.piton.core.host.mutation.Payload;
import news.piton.core.host.schema.SchemaMerge.FieldName;
import news.piton.core.page.Connection;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Gives every field of the merged SDL its fetcher: the one a module contributed, or the accessor of the record behind its
 * type. The second audit happens here: whatever remains without an answer refuses the start.
 */
public final class SchemaWiring {
    private final SchemaMerge merge;
    private final Map<String, Class<?>> shapes = new TreeMap<>();
    private final Map<FieldName, DataFetcher<?>> fetchers = new HashMap<>();
    private final Map<String, Loader<Long, ?>> nodes = new TreeMap<>();

    /** Makes the fetcher of a mutation's field, which returns a {@link Payload}. */
    @FunctionalInterface
    public interface MutationFetchers {
        DataFetcher<?> fetcher(String name, Contribution.Mutation<?, ?> mutation);
    }

    private SchemaWiring(SchemaMerge merge) {
        this.merge = merge;
    }

    /**
     * @param contributions by the name of the plugin, in order of installation
     * @param own fields that the host itself answers
     * @throws Refusal for every mistake, in one sentence
     */
    public static GraphQLSchema wire(
            SchemaMerge merge,
            List<Described> plugins,
            Map<String, Contribution> contributions,
            Map<FieldName, DataFetcher<?>> own,
            MutationFetchers mutations) {
        SchemaAudit audit = new SchemaAudit(merge);
        SchemaWiring wiring = new SchemaWiring(merge);
        wiring.fetchers.putAll(own);
        for (Described plugin : plugins) {
            Contribution contribution = contributions.get(plugin.name());
            if (contribution == null) {
                throw new IllegalStateException(plugin.name() + " was not installed");
            }
            audit.checkFields(plugin, contribution);
            audit.checkNodes(plugin, contribution);
            wiring.add(plugin, contribution, mutations);
        }
        return wiring.schema();
    }

    private void add(Described plugin, Contribution contribution, MutationFetchers mutations) {
        shapes.putAll(plugin.description().types());
        nodes.putAll(contribution.nodes());
        contribution
                .fields()
                .forEach((field, fetcher) -> fetchers.put(new FieldName(field.type(), field.name()), fetcher));
        contribution.mutations().forEach((name, mutation) -> {
            FieldName field = new FieldName("Mutation", name);
            fetchers.put(field, mutations.fetcher(name, mutation));
            bindPayload(field, mutation.value());
        });
        // A subscription's field shows the value that its LiveField chose, which the endpoint passes as the root
        // object.
        contribution
                .subscriptions()
                .keySet()
                .forEach(name -> fetchers.put(new FieldName("Subscription", name), LiveValue.FETCHER));
    }

    private void bindPayload(FieldName mutation, Class<? extends Record> value) {
        String payload = TypeInfo.typeInfo(merge.field(mutation).getType()).getName();
        Class<?> other = shapes.put(payload, value);
        if (other != null && other != value) {
            throw new Refusal("The payload " + payload + " of " + mutation + " stands for both " + other.getName()
                    + " and " + value.getName() + "; mutations that share a payload type share its record.");
        }
        merge.fieldsOf(payload).forEach(each -> {
            Optional<Accessor> accessor = Accessor.of(value, each.getName());
            accessor.ifPresent(read -> fetchers.put(new FieldName(payload, each.getName()), new PayloadField(read)));
        });
        fetchers.put(
                new FieldName(payload, "userErrors"),
                Accessor.of(Payload.class, "userErrors").orElseThrow());
    }

    private GraphQLSchema schema() {
        shapes.put("PageInfo", Connection.PageInfo.class);
        shapes.put("UserError", UserError.class);
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().strictMode(true);
        Scalars.all().forEach(wiring::scalar);
        for (ObjectTypeDefinition type : merge.registry().getTypes(ObjectTypeDefinition.class)) {
            merge.fieldsOf(type.getName())
                    .forEach(field -> code.dataFetcher(
                            FieldCoordinates.coordinates(type.getName(), field.getName()),
                            fetcher(type.getName(), field)));
        }
        TypeResolver byRecord = typeResolver();
        abstractTypes()
                .forEach(type ->
                        wiring.type(TypeRuntimeWiring.newTypeWiring(type).typeResolver(byRecord)));
        try {
            return new SchemaGenerator()
                    .makeExecutableSchema(
                            merge.registry(), wiring.codeRegistry(code).build());
        } catch (SchemaProblem | InvalidSchemaException problem) {
            throw new Refusal("The merged schema is wrong: " + problem.getMessage(), problem);
        }
    }

    private DataFetcher<?> fetcher(String type, FieldDefinition field) {
        FieldName name = new FieldName(type, field.getName());
        DataFetcher<?> found = unguarded(type, name);
        return Requires.permission(field)
                .<DataFetcher<?>>map(permission -> Requires.guard(permission, found))
                .orElse(found);
    }

    private DataFetcher<?> unguarded(String type, FieldName name) {
        DataFetcher<?> contributed = fetchers.get(name);
        if (contributed != null) {
            return contributed;
        }
        if (type.equals("Query") && name.field().equals("node")) {
            return Nodes.one(nodes);
        }
        if (type.equals("Query") && name.field().equals("nodes")) {
            return Nodes.many(nodes);
        }
        Class<?> shape = shape(type);
        Optional<Accessor> accessor = shape == null ? Optional.empty() : Accessor.of(shape, name.field());
        if (accessor.isPresent() && name.field().equals("id") && nodes.containsKey(type)) {
            return Nodes.id(type, accessor.get());
        }
        return accessor.orElseThrow(() -> SchemaAudit.unanswered(name, merge.fields()));
    }

    private @Nullable Class<?> shape(String type) {
        Class<?> shape = shapes.get(type);
        if (shape != null) {
            return shape;
        }
        if (type.endsWith("Connection")) {
            return Connection.class;
        }
        return type.endsWith("Edge") ? Connection.Edge.class : null;
    }

    private TypeResolver typeResolver() {
        Map<Class<?>, String> names = new HashMap<>();
        shapes.forEach((name, shape) -> names.put(shape, name));
        return environment -> {
            Object object = environment.getObject();
            String name = object == null ? null : names.get(object.getClass());
            return name == null ? null : environment.getSchema().getObjectType(name);
        };
    }

    private Stream<String> abstractTypes() {
        return merge.registry().types().values().stream()
                .filter(type -> type instanceof graphql.language.InterfaceTypeDefinition
                        || type instanceof graphql.language.UnionTypeDefinition)
                .map(graphql.language.TypeDefinition::getName);
    }

    /** The merged SDL in a stable order, as it is served to clients and kept as a snapshot. */
    public static String print(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeDirectiveDefinitions(true)
                        .includeDirectiveDefinition(name -> name.equals("requires"))
                        .includeSchemaElement(element -> true))
                .print(schema);
    }
}
