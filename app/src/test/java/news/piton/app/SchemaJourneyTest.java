package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.ScalarInfo;
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

    /** All but the argument {@code input} of a mutation, which says no more than the type of that input does. */
    @Test
    void every_element_of_the_schema_says_what_it_means() {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(host.get("/graphql/schema.graphql").body()));
        Silence silence = new Silence();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (Introspection.isIntrospectionTypes(type) || ScalarInfo.isGraphqlSpecifiedScalar(type.getName())) {
                continue;
            }
            silence.look(type.getName(), type.getDescription());
            switch (type) {
                case GraphQLFieldsContainer container ->
                    container.getFieldDefinitions().forEach(field -> {
                        String name = type.getName() + "." + field.getName();
                        silence.look(name, field.getDescription());
                        silence.look(
                                name,
                                field.getArguments().stream()
                                        .filter(argument -> type != schema.getMutationType()
                                                || !argument.getName().equals("input"))
                                        .toList());
                    });
                case GraphQLInputObjectType input ->
                    input.getFieldDefinitions()
                            .forEach(field ->
                                    silence.look(type.getName() + "." + field.getName(), field.getDescription()));
                case GraphQLEnumType values ->
                    values.getValues()
                            .forEach(value ->
                                    silence.look(type.getName() + "." + value.getName(), value.getDescription()));
                default -> {}
            }
        }
        GraphQLDirective requires = schema.getDirective("requires");
        silence.look("@requires", requires.getDescription());
        silence.look("@requires", requires.getArguments());
        assertEquals(List.of(), silence.found());
    }

    private record Silence(List<String> found) {
        private Silence() {
            this(new ArrayList<>());
        }

        void look(String name, String description) {
            if (description == null || description.isBlank()) {
                found.add(name);
            }
        }

        void look(String owner, List<GraphQLArgument> arguments) {
            arguments.forEach(argument -> look(owner + "(" + argument.getName() + ")", argument.getDescription()));
        }
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
