package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What clients and stored rows rely on cannot change unnoticed: the merged schema, the names in the outbox. After a change on
 * purpose run the test with {@code -Dpiton.snapshot=write} and commit the files with the change that they announce.
 */
class SchemaJourneyTest {
    private static final Path SNAPSHOTS = Path.of("src", "test", "resources", "snapshots");
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(Plugins.discover(Path.of("none")).toArray(Plugin[]::new));
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Test
    void the_merged_schema_is_the_one_that_was_announced() throws IOException {
        assertSnapshot("schema.graphql", host.get("/graphql/schema.graphql").body());
    }

    @Test
    void the_names_in_the_outbox_are_the_ones_that_are_stored() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Described plugin : host.host().plugins()) {
            plugin.description().events().forEach(event -> names.add("event " + event.name()));
        }
        host.host().subscribers().forEach(name -> names.add("subscriber " + name));
        assertSnapshot("outbox-names.txt", String.join("\n", names) + "\n");
    }

    @Test
    void every_element_of_the_schema_says_what_it_means() {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(host.get("/graphql/schema.graphql").body()));
        List<String> silent = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (Introspection.isIntrospectionTypes(type)
                    || List.of("String", "Int", "Float", "Boolean", "ID").contains(type.getName())) {
                continue;
            }
            // A connection and its edge are what the Cursor Connections specification says, and so are the names in
            // them.
            boolean convention =
                    type.getName().endsWith("Connection") || type.getName().endsWith("Edge");
            if (type.getDescription() == null && !convention) {
                silent.add(type.getName());
            }
            if (type instanceof GraphQLFieldsContainer container && !convention) {
                container.getFieldDefinitions().stream()
                        .filter(field -> field.getDescription() == null
                                && !List.of("id", "userErrors").contains(field.getName()))
                        .forEach(field -> silent.add(type.getName() + "." + field.getName()));
            }
            if (type instanceof GraphQLInputObjectType input) {
                input.getFieldDefinitions().stream()
                        .filter(field -> field.getDescription() == null)
                        .forEach(field -> silent.add(type.getName() + "." + field.getName()));
            }
            if (type instanceof GraphQLEnumType values) {
                values.getValues().stream()
                        .filter(value -> value.getDescription() == null)
                        .forEach(value -> silent.add(type.getName() + "." + value.getName()));
            }
        }
        assertEquals(List.of(), silent);
    }

    private static void assertSnapshot(String name, String now) throws IOException {
        Path file = SNAPSHOTS.resolve(name);
        if ("write".equals(System.getProperty("piton.snapshot"))) {
            Files.createDirectories(SNAPSHOTS);
            Files.writeString(file, now);
        }
        assertEquals(Files.readString(file), now, name + " changed; see the comment at the top of this test");
    }
}
