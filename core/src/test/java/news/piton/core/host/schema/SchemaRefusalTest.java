package news.piton.core.host.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import news.piton.core.fault.Outcome;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.identity.Permission;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.plugin.Refusal;
import org.junit.jupiter.api.Test;

/** What the audits refuse: each mistake that a plugin's author can make in SDL and fetchers, in one sentence. */
class SchemaRefusalTest {
    public record Story(long id, String title) {}

    public record Closed(String name) {}

    public record WriteInput(String title) {}

    public record Written(Story story) {}

    public record Wrong(String other) {}

    private static final Plugin NEWS = new Sample(
            PluginDescription.of("news", "1")
                    .sdl("refusals/news.graphqls")
                    .permission(new Permission("EDIT_STORIES", "Edit stories."))
                    .opens("Story", Story.class)
                    .type("Closed", Closed.class)
                    .build(),
            news());

    @Test
    void wires_a_module_that_extends_an_opened_type() {
        assertNotNull(wire(chat("good", with -> with.field("Story", "replies", environment -> 3))));
    }

    @Test
    void refuses_an_extension_without_the_requirement() {
        Plugin chat = new Sample(
                PluginDescription.of("chat", "1").sdl("refusals/good.graphqls").build(),
                Contribution.builder().build());
        assertTrue(refusal(chat).contains("extends Story of `news` without requiring it"));
    }

    @Test
    void refuses_an_extension_of_a_type_that_is_not_opened() {
        assertTrue(refusal(chat("closed", with -> with.field("Closed", "replies", environment -> 3)))
                .contains("extends Closed, which `news` has not opened"));
    }

    @Test
    void refuses_a_non_null_field_on_a_foreign_type() {
        assertTrue(refusal(chat("nonnull", with -> with.field("Story", "replies", environment -> 3)))
                .contains("make it nullable"));
    }

    @Test
    void refuses_an_extended_enum() {
        assertTrue(refusal(chat("enum", with -> with)).contains("extends Colour, which is no object type"));
    }

    @Test
    void refuses_a_field_that_another_module_has() {
        assertEquals(
                "Both `news` and `chat` define the field Story.title; one of them must rename it.",
                refusal(chat("field", with -> with)));
    }

    @Test
    void refuses_a_type_that_another_module_has() {
        assertTrue(refusal(chat("twice", with -> with)).contains("Both `news` and `chat` define Story"));
    }

    @Test
    void refuses_an_extension_of_a_type_that_nobody_defines() {
        assertTrue(refusal(chat("nobody", with -> with)).contains("extends Planet, which no installed module defines"));
    }

    @Test
    void refuses_sdl_that_does_not_parse() {
        assertTrue(refusal(chat("broken", with -> with)).contains("refusals/broken.graphqls of the plugin `chat`"));
    }

    @Test
    void refuses_sdl_that_is_not_there() {
        assertTrue(refusal(chat("absent", with -> with)).contains("is not on its class path"));
    }

    @Test
    void refuses_a_fetcher_for_a_field_that_does_not_exist() {
        assertTrue(refusal(chat("good", with -> with.field("Story", "repplies", environment -> 3)))
                .contains("answers the field Story.repplies, which no SDL defines"));
    }

    @Test
    void refuses_a_fetcher_for_a_field_of_another_module() {
        assertTrue(refusal(chat(
                        "good",
                        with -> with.field("Story", "replies", environment -> 3)
                                .field("Story", "title", environment -> "mine")))
                .contains("answers the field Story.title of `news`"));
    }

    @Test
    void refuses_a_field_that_nothing_answers() {
        assertTrue(refusal(chat("good", with -> with)).contains("Nothing answers the field Story.replies of `chat`"));
    }

    @Test
    void refuses_a_node_that_nothing_loads() {
        assertEquals(
                "The type Reply of the plugin `chat` implements Node, but nothing loads it again; contribute"
                        + " node(\"Reply\", …), or drop the interface.",
                refusal(chat("node", with -> with.field("Reply", "id", environment -> 3))));
    }

    @Test
    void refuses_before_anything_is_installed_what_the_descriptions_tell() {
        for (String sdl : List.of("closed", "nonnull")) {
            List<Described> plugins = Plugins.order(List.of(NEWS, chat(sdl, with -> with)));
            assertThrows(Refusal.class, () -> SchemaMerge.of(plugins), sdl);
        }
    }

    @Test
    void refuses_a_mutation_whose_record_has_other_fields_than_its_input() {
        Plugin news = new Sample(
                NEWS.describe(),
                Contribution.builder()
                        .query("story", environment -> null)
                        .query("closed", environment -> null)
                        .mutation(
                                "write",
                                Wrong.class,
                                Written.class,
                                call -> Outcome.done(new Written(new Story(1, ""))))
                        .build());
        assertTrue(refusalOf(news).contains("The input WriteInput has the fields [title], and the record"));
    }

    private static Contribution news() {
        return Contribution.builder()
                .query("story", environment -> null)
                .query("closed", environment -> null)
                .mutation("write", WriteInput.class, Written.class, call -> Outcome.done(new Written(new Story(1, ""))))
                .build();
    }

    private static Plugin chat(String sdl, UnaryOperator<Contribution.Builder> with) {
        return new Sample(
                PluginDescription.of("chat", "1")
                        .requires("news")
                        .sdl("refusals/" + sdl + ".graphqls")
                        .build(),
                with.apply(Contribution.builder()).build());
    }

    private static String refusal(Plugin chat) {
        return assertThrows(Refusal.class, () -> wire(chat)).getMessage();
    }

    private static String refusalOf(Plugin news) {
        return assertThrows(Refusal.class, () -> wireAll(List.of(news))).getMessage();
    }

    private static GraphQLSchema wire(Plugin chat) {
        return wireAll(List.of(NEWS, chat));
    }

    private static GraphQLSchema wireAll(List<Plugin> plugins) {
        List<Described> ordered = Plugins.order(plugins);
        Map<String, Contribution> contributions = ordered.stream()
                .collect(Collectors.toMap(Described::name, each -> ((Sample) each.plugin()).contribution));
        return SchemaWiring.wire(
                SchemaMerge.of(ordered), ordered, contributions, Map.of(), (name, mutation) -> environment -> null);
    }

    private record Sample(PluginDescription description, Contribution contribution) implements Plugin {
        @Override
        public PluginDescription describe() {
            return description;
        }

        @Override
        public Contribution install(Platform platform) {
            return contribution;
        }
    }
}
