package news.piton.core.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectedTest {
    private static final String SDL =
            "type Query { story: Story } type Story { title: String body: Body } type Body { html: String text: String"
                    + " }";

    @Test
    void sees_fields_through_aliases_fragments_and_repetition() {
        Selected selected = select("{ story { ...a story2: title } story { body { t: text } } }"
                + " fragment a on Story { ... on Story { body { html } } }");
        assertTrue(selected.has("title") && selected.has("body"));
        assertTrue(selected.under("body").has("html") && selected.under("body").has("text"));
        assertFalse(selected.has("html"));
    }

    @Test
    void says_yes_to_what_a_directive_leaves_out() {
        assertTrue(select("{ story { title @skip(if: true) } }").has("title"));
    }

    private static Selected select(String document) {
        List<Selected> seen = new ArrayList<>();
        DataFetcher<Object> fetcher = environment -> {
            seen.add(Selected.under(environment));
            return null;
        };
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", query -> query.dataFetcher("story", fetcher))
                .build();
        GraphQL graphQl = GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), wiring))
                .build();
        graphQl.execute(document);
        assertEquals(1, seen.size());
        return seen.getFirst();
    }
}
