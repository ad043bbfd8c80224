package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ParseAndValidate;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.id.GlobalId;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;

/** The ready-made operations in GraphiQL's tabs, run one after the other on the sample paper, as their readers would. */
class OperationsJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, Object> seen = new HashMap<>();
    private final List<String> run = new ArrayList<>();

    @Test
    void every_ready_made_operation_works() throws IOException {
        Plugin[] all = Plugins.discover(Path.of("none")).toArray(Plugin[]::new);
        try (TestHost host = TestHost.with(all).sample().boot()) {
            GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                    new SchemaParser().parse(host.host().sdl()));
            seen.put("subscriber", host.host().subscribers().getFirst());
            for (Described plugin : host.host().plugins()) {
                for (String resource : plugin.description().operations()) {
                    play(host, schema, GraphiQl.tab(plugin.plugin().getClass().getClassLoader(), resource));
                }
            }
        }
        assertTrue(run.size() >= 25, "ran " + run);
    }

    private void play(TestHost host, GraphQLSchema schema, GraphiQl.Tab tab) throws IOException {
        Document document = Parser.parse(tab.query());
        assertEquals(List.of(), ParseAndValidate.validate(schema, document, Locale.ENGLISH), tab.title());
        TestHost.Client who = reader(host, tab);
        Map<String, Object> given = JSON.readValue(
                tab.variables(), JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            if (operation.getOperation() == Operation.SUBSCRIPTION) {
                continue; // it is valid, and its stream is tested where streams are
            }
            Map<String, Object> variables = new HashMap<>();
            for (VariableDefinition variable : operation.getVariableDefinitions()) {
                Object value = given.get(variable.getName());
                variables.put(
                        variable.getName(),
                        "".equals(value) || value instanceof Integer
                                ? seen.getOrDefault(variable.getName(), value)
                                : value);
            }
            Reply reply = who.send(AstPrinter.printAst(operation), variables);
            try {
                reply.ok();
            } catch (AssertionError failed) {
                throw new AssertionError(tab.title() + ", " + operation.getName() + " with " + variables, failed);
            }
            harvest(reply.json());
            run.add(operation.getName());
        }
    }

    /** Each tab begins with a line that says whom it is for; whoever is not named is a guest. */
    private static TestHost.Client reader(TestHost host, GraphiQl.Tab tab) {
        Matcher named = Pattern.compile("# For ([a-z ]+)[:.]").matcher(tab.query());
        if (!named.lookingAt()) {
            return tab.query().contains("signed in as") ? host.as("AUTHOR") : host.guest();
        }
        return host.as(Map.of(
                        "authors", "AUTHOR",
                        "editors", "EDITOR",
                        "moderators", "MODERATOR",
                        "the circulation desk", "CIRCULATION",
                        "administrators", "ADMIN")
                .get(named.group(1)));
    }

    /** Remembers the newest id of each type, slug and version, as a person would copy them from one answer to the next. */
    private void harvest(JsonNode node) {
        if (node.isTextual()) {
            GlobalId.parse(node.asText()).ifPresent(id -> seen.put(variable(id.type()), node.asText()));
        }
        if (node.path("slug").isTextual() && node.has("headline")) {
            seen.put("slug", node.path("slug").asText());
        }
        if (node.path("version").isInt() && node.has("id")) {
            seen.put("version", node.path("version").asInt());
        }
        node.forEach(this::harvest);
    }

    private static String variable(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "Id";
    }
}
