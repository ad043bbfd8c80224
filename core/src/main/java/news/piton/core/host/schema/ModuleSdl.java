package news.piton.core.host.schema;

import graphql.language.Document;
import graphql.language.SDLDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.plugin.Refusal;

/** A module's own SDL, parsed. */
record ModuleSdl(PluginDescription module, List<SDLDefinition<?>> definitions) {

    static ModuleSdl of(Plugin plugin, PluginDescription description) {
        List<SDLDefinition<?>> definitions = new ArrayList<>();
        for (String resource : description.sdl()) {
            String text = read(plugin, description.name(), resource);
            try {
                Document document = Parser.parse(ParserEnvironment.newParserEnvironment()
                        .document(text)
                        .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                        .build());
                document.getDefinitionsOfType(SDLDefinition.class).forEach(definitions::add);
            } catch (InvalidSyntaxException broken) {
                throw new Refusal(
                        "The SDL " + resource + " of the plugin `" + description.name() + "` does not parse: "
                                + broken.getMessage(),
                        broken);
            }
        }
        return new ModuleSdl(description, definitions);
    }

    private static String read(Plugin plugin, String name, String resource) {
        try (InputStream in = plugin.getClass().getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new Refusal("The plugin `" + name + "` names the SDL " + resource
                        + ", which is not on its class path; put it there or correct describe().");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new Refusal("The SDL " + resource + " of the plugin `" + name + "` cannot be read.", unreadable);
        }
    }
}
