package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            for (Described plugin : host.host().plugins()) {
                for (String resource : plugin.description().operations()) {
                    play(host, GraphiQl.tab(plugin.plugin().getClass().getClassLoader(), resource));
                }
            }
        }
        assertTrue(run.size() >= 25, "ran " + run);
    }

    private void play(TestHost host, GraphiQl.Tab tab) throws IOException {
        Document document = Parser.parse(tab.query());
        Map<String, Object> given = JSON.readValue(
                tab.variables(), JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            if (operation.getOperation() == Operation.SUBSCRIPTION) {
                continue; // its stream is tested where streams are
            }
            Map<String, Object> variables = new HashMap<>();
            for (VariableDefinition variable : operation.getVariableDefinitions()) {
                Object value = given.get(variable.getName());
                variables.put(
                        variable.getName(),
                        "".equals(value) || value instanceof Integer ? seen.get(variable.getName()) : value);
            }
            Reply reply = host.admin().send(AstPrinter.printAst(operation), variables);
            try {
                reply.ok();
            } catch (AssertionError failed) {
                throw new AssertionError(tab.title() + ", " + operation.getName() + " with " + variables, failed);
            }
            harvest(reply.json());
            run.add(operation.getName());
        }
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
