package news.piton.core.host.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse("""
                        directive @cost(weight: Int!) on FIELD_DEFINITION
                        type Query {
                          name: String  boat: Boat  boats(first: Int, last: Int): BoatConnection
                          fleet: [Boat]  some(first: Int = 3): [Boat]  nodes(ids: [ID!]!): [Thing]
                          search: String @cost(weight: 50)
                        }
                        type Mutation { launch: Boat }
                        interface Thing { id: ID }
                        type Boat implements Thing { id: ID name: String boats(first: Int): BoatConnection }
                        type Buoy implements Thing { id: ID colour: String depth: Int }
                        type BoatConnection { nodes: [Boat] edges: [BoatEdge] totalCount: Int }
                        type BoatEdge { cursor: String node: Boat }
                        """),
                    RuntimeWiring.newRuntimeWiring()
                            .type("Thing", thing -> thing.typeResolver(environment -> null))
                            .build());

    @Test
    void takes_1_for_a_value_and_5_for_an_object() {
        assertEquals(1, cost("{name}"));
        assertEquals(6, cost("{boat{name}}"));
        assertEquals(50, cost("{search}"));
        assertEquals(500 + 1, cost("mutation{launch{name}}"));
    }

    @Test
    void multiplies_by_the_page_size_and_only_what_is_in_the_page() {
        assertEquals(5 + 5 + 10 * 1, cost("{boats(first:10){nodes{name}}}"));
        assertEquals(5 + 5 + 20 * 1, cost("{boats{nodes{name}}}"));
        assertEquals(5 + 20, cost("{boats(first:10){totalCount}}"));
        assertEquals(5 + 5 + 4 * (1 + 5 + 1), cost("{boats(last:4){edges{cursor node{name}}}}"));
        assertEquals(5 + 5 + 2 * (5 + 5 + 3 * 1), cost("{boats(first:2){nodes{boats(first:3){nodes{name}}}}}"));
    }

    @Test
    void takes_a_usual_size_for_lists_that_tell_nothing() {
        assertEquals(5 + 7 * 1, cost("{fleet{name}}"));
        assertEquals(5 + 3 * 1, cost("{some{name}}"));
        assertEquals(5 + 4 * 1, cost("{nodes(ids:[1,2,3,4]){id}}"));
    }

    @Test
    void reads_sizes_from_variables_and_their_defaults() {
        String query = "query($n:Int=2){boats(first:$n){nodes{name}}}";
        assertEquals(5 + 5 + 2, cost(query));
        assertEquals(5 + 5 + 9, cost(query, Map.of("n", 9)));
        assertEquals(5 + 3, cost("query($ids:[ID!]!){nodes(ids:$ids){id}}", Map.of("ids", List.of(1, 2, 3))));
        assertEquals(5 + 5 + 20, cost("query($n:Int){boats(first:$n){nodes{name}}}"));
    }

    @Test
    void counts_the_dearest_type_since_an_object_is_of_one() {
        assertEquals(5 + 1 * (1 + 2), cost("{nodes(ids:[1]){id ...on Boat{name} ...on Buoy{colour depth}}}"));
    }

    @Test
    void counts_a_fragment_wherever_it_is_spread() {
        assertEquals(2 * 6, cost("{a:boat{...f} b:boat{...f}} fragment f on Boat{name}"));
    }

    @Test
    void survives_sizes_beyond_all_numbers() {
        String huge = "boats(first:2147483647){nodes{";
        assertEquals(Long.MAX_VALUE / 4, cost("{" + huge + huge + huge + huge + "name" + "}}".repeat(4) + "}"));
    }

    @Test
    void names_the_list_that_costs_most() {
        Cost cost = read("{name boats(first:100){nodes{name sub:boats(first:50){nodes{id name} totalCount}}}}");
        assertEquals("boats.nodes.sub.nodes", cost.dearest(Map.of()));
    }

    private static long cost(String query) {
        return cost(query, Map.of());
    }

    private static long cost(String query, Map<String, Object> variables) {
        return read(query).of(variables);
    }

    private static Cost read(String query) {
        var document = new Parser().parseDocument(query);
        return CostReading.read(
                SCHEMA,
                7,
                document,
                document.getDefinitionsOfType(OperationDefinition.class).getFirst());
    }
}
