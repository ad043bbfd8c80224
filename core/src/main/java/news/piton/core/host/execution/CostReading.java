package news.piton.core.host.execution;

import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import news.piton.core.host.execution.Cost.ListSize;
import news.piton.core.page.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@link Cost} of an operation off a valid document. The weights: 1 for a value, 5 for an object, which somebody
 * has to fetch, 20 for {@code totalCount}, which counts a whole list, 500 for a mutation, which is a transaction. A
 * directive {@code @cost(weight:)} on a field's definition sets another weight.
 */
final class CostReading {
    private static final int VALUE = 1;
    private static final int OBJECT = 5;
    private static final int COUNT = 20;
    private static final int MUTATION = 500;
    private static final int INTROSPECTION = 1_000;

    private final GraphQLSchema schema;
    private final int usualListSize;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Value<?>> defaults;

    private CostReading(GraphQLSchema schema, int usualListSize, Document document, OperationDefinition operation) {
        this.schema = schema;
        this.usualListSize = usualListSize;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, second) -> first));
        this.defaults = operation.getVariableDefinitions().stream()
                .filter(variable -> variable.getDefaultValue() != null)
                .collect(Collectors.toMap(VariableDefinition::getName, VariableDefinition::getDefaultValue));
    }

    static Cost read(GraphQLSchema schema, int usualListSize, Document document, OperationDefinition operation) {
        GraphQLObjectType root = Objects.requireNonNull(
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                });
        CostReading reading = new CostReading(schema, usualListSize, document, operation);
        return new Cost(reading.selections(root, operation.getSelectionSet(), null));
    }

    /** @param pageSize how many edges the connection has whose fields these are; null elsewhere */
    private Cost.Selections selections(
            GraphQLCompositeType type, @Nullable SelectionSet selected, @Nullable ListSize pageSize) {
        List<Cost.Field> always = new ArrayList<>();
        Map<String, List<Cost.Field>> byType = new LinkedHashMap<>();
        collect(type, type, selected, pageSize, always, byType);
        return new Cost.Selections(always, byType);
    }

    private void collect(
            GraphQLCompositeType declared,
            GraphQLCompositeType type,
            @Nullable SelectionSet selected,
            @Nullable ListSize pageSize,
            List<Cost.Field> always,
            Map<String, List<Cost.Field>> byType) {
        if (selected == null) {
            return;
        }
        boolean everyType = type == declared || !(type instanceof GraphQLObjectType);
        for (Selection<?> selection : selected.getSelections()) {
            switch (selection) {
                case graphql.language.Field field ->
                    (everyType ? always : byType.computeIfAbsent(type.getName(), name -> new ArrayList<>()))
                            .add(field(type, field, pageSize));
                case InlineFragment inline -> {
                    GraphQLCompositeType narrowed = inline.getTypeCondition() == null
                            ? type
                            : composite(inline.getTypeCondition().getName());
                    collect(declared, narrowed, inline.getSelectionSet(), pageSize, always, byType);
                }
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null) {
                        GraphQLCompositeType narrowed =
                                composite(fragment.getTypeCondition().getName());
                        collect(declared, narrowed, fragment.getSelectionSet(), pageSize, always, byType);
                    }
                }
                default -> {
                    // there is no fourth kind of selection
                }
            }
        }
    }

    private GraphQLCompositeType composite(String name) {
        return (GraphQLCompositeType) Objects.requireNonNull(schema.getType(name));
    }

    private Cost.Field field(GraphQLCompositeType parent, graphql.language.Field field, @Nullable ListSize pageSize) {
        String name = field.getName();
        String shown = field.getResultKey();
        Cost.Selections none = new Cost.Selections(List.of(), Map.of());
        if (name.startsWith("__")) {
            int weight = name.equals("__typename") ? VALUE : INTROSPECTION;
            return new Cost.Field(shown, weight, null, none);
        }
        GraphQLFieldDefinition definition = ((GraphQLFieldsContainer) parent).getField(name);
        GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        int weight = weight(parent, definition, type);
        if (!(type instanceof GraphQLCompositeType composite)) {
            return new Cost.Field(shown, weight, null, none);
        }
        boolean list = isList(definition.getType());
        boolean connection = type.getName().endsWith("Connection");
        if (connection) {
            return new Cost.Field(
                    shown, weight, null, selections(composite, field.getSelectionSet(), size(field, definition)));
        }
        boolean page = pageSize != null && list && (name.equals("edges") || name.equals("nodes"));
        ListSize size = !list ? null : page ? pageSize : size(field, definition);
        return new Cost.Field(shown, weight, size, selections(composite, field.getSelectionSet(), null));
    }

    private int weight(GraphQLCompositeType parent, GraphQLFieldDefinition definition, GraphQLUnmodifiedType type) {
        GraphQLAppliedDirective declared = definition.getAppliedDirective("cost");
        GraphQLAppliedDirectiveArgument argument = declared == null ? null : declared.getArgument("weight");
        if (argument != null && argument.getValue() instanceof Integer weight) {
            return Math.max(1, weight);
        }
        if (parent == schema.getMutationType()) {
            return MUTATION;
        }
        if (definition.getName().equals("totalCount")) {
            return COUNT;
        }
        return type instanceof GraphQLCompositeType ? OBJECT : VALUE;
    }

    private static boolean isList(GraphQLType type) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
    }

    private ListSize size(graphql.language.Field field, GraphQLFieldDefinition definition) {
        for (String name : List.of("first", "last", "ids")) {
            GraphQLArgument argument = definition.getArgument(name);
            ListSize size = argument == null ? null : size(field.getArguments(), argument);
            if (size != null) {
                return size;
            }
        }
        return new ListSize.Known(usual(definition));
    }

    private @Nullable ListSize size(List<graphql.language.Argument> given, GraphQLArgument argument) {
        for (graphql.language.Argument candidate : given) {
            if (candidate.getName().equals(argument.getName())) {
                if (candidate.getValue() instanceof VariableReference variable) {
                    Value<?> fallback = defaults.get(variable.getName());
                    return new ListSize.Variable(
                            variable.getName(), fallback == null ? usual(argument) : known(fallback));
                }
                return candidate.getValue() instanceof NullValue
                        ? null
                        : new ListSize.Known(known(candidate.getValue()));
            }
        }
        return argument.hasSetDefaultValue() ? new ListSize.Known(usual(argument)) : null;
    }

    private long usual(GraphQLArgument argument) {
        return argument.getArgumentDefaultValue().getValue() instanceof Value<?> value
                ? known(value)
                : PageRequest.USUAL;
    }

    private long usual(GraphQLFieldDefinition definition) {
        boolean page = definition.getArgument("first") != null;
        return page ? PageRequest.USUAL : usualListSize;
    }

    private static long known(Value<?> value) {
        return switch (value) {
            case IntValue number ->
                number.getValue().bitLength() > 31
                        ? Integer.MAX_VALUE
                        : Math.max(0, number.getValue().longValue());
            case ArrayValue array -> array.getValues().size();
            default -> 1;
        };
    }
}
