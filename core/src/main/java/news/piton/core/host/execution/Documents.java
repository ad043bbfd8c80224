package news.piton.core.host.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.validation.GoodFaithIntrospectionExceeded;
import graphql.validation.QueryComplexityLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents: parsed, held against the limits, validated and weighed once, then kept. Only what is valid is kept, so
 * that nobody can fill the memory with rubbish. The limits come before the validation, which is the dearer of the two.
 */
final class Documents {
    /** Memory for each character of a document, generously: dense ones measure 24, and what they cost comes on top. */
    private static final int BYTES_PER_CHARACTER = 60;

    private final GraphQLSchema schema;
    private final Limits limits;
    private final ParserOptions parsing;
    private final Cache<String, Prepared.Ready> known;
    private final Cache<String, String> persisted;

    Documents(GraphQLSchema schema, Limits limits) {
        this.schema = schema;
        this.limits = limits;
        this.parsing = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .captureSourceLocation(true)
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                .maxWhitespaceTokens(limits.characters())
                .build();
        this.known = Caffeine.newBuilder()
                .maximumWeight(limits.documentCache())
                .weigher((String text, Prepared.Ready ready) -> 1_000 + text.length() * BYTES_PER_CHARACTER)
                .build();
        this.persisted = Caffeine.newBuilder()
                .maximumWeight(limits.documentCache() / 8)
                .weigher((String hash, String text) -> 300 + 2 * text.length())
                .build();
    }

    Prepared prepare(String text) {
        Prepared.Ready ready = known.getIfPresent(text);
        if (ready != null) {
            return ready;
        }
        if (text.length() > limits.characters()) {
            return refused("The document is " + text.length() + " characters long; " + limits.characters()
                    + " are the most. Send long values as variables.");
        }
        try {
            Prepared prepared = check(
                    text,
                    new Parser()
                            .parseDocument(ParserEnvironment.newParserEnvironment()
                                    .document(text)
                                    .parserOptions(parsing)
                                    .locale(Locale.ENGLISH)
                                    .build()));
            if (prepared instanceof Prepared.Ready valid) {
                known.put(text, valid);
            }
            return prepared;
        } catch (InvalidSyntaxException malformed) {
            return new Prepared.Refused(List.of(Errors.ofSyntax(malformed)));
        } catch (GoodFaithIntrospectionExceeded tooMuch) {
            return refused("The introspection follows " + OperationError.message(tooMuch)
                    + " more than once on the way, as no tool needs to.");
        }
    }

    /** The text that was once valid under this hash. */
    @Nullable
    String persisted(String hash) {
        return persisted.getIfPresent(hash);
    }

    void persist(String hash, String text) {
        persisted.put(hash, text);
    }

    long held() {
        return known.estimatedSize();
    }

    private Prepared check(String text, Document document) {
        List<OperationDefinition> definitions = document.getDefinitionsOfType(OperationDefinition.class);
        Shape.Measuring measuring = Shape.measuring(document);
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (OperationDefinition definition : definitions) {
            Shape shape = measuring.of(definition);
            String tooMuch = tooMuch(shape);
            if (tooMuch != null) {
                return refused(tooMuch);
            }
            shapes.put(name(definition), shape);
        }
        List<OperationError> errors = new ArrayList<>();
        ParseAndValidate.validate(schema, document, rule -> true, Locale.ENGLISH, QueryComplexityLimits.NONE)
                .forEach(error -> errors.add(Errors.ofValidation(error)));
        if (!errors.isEmpty()) {
            return new Prepared.Refused(errors);
        }
        Map<String, Prepared.Operation> operations = new LinkedHashMap<>();
        for (OperationDefinition definition : definitions) {
            String name = name(definition);
            Shape shape = java.util.Objects.requireNonNull(shapes.get(name));
            Cost cost = CostReading.read(schema, limits.usualListSize(), document, definition);
            operations.put(name, new Prepared.Operation(name, definition.getOperation(), shape, cost));
        }
        return new Prepared.Ready(text, new PreparsedDocumentEntry(document), Map.copyOf(operations));
    }

    private @Nullable String tooMuch(Shape shape) {
        if (shape.depth() > limits.depth()) {
            return "The document nests fields " + shape.depth() + " levels deep; " + limits.depth() + " are the most.";
        }
        if (shape.introspectionDepth() > limits.introspectionDepth()) {
            return "The introspection goes " + shape.introspectionDepth() + " levels deep; "
                    + limits.introspectionDepth() + " are the most.";
        }
        if (shape.fields() > limits.fields()) {
            return "The document selects " + counted(shape.fields(), "fields") + "; " + limits.fields()
                    + " are the most, fragments counted wherever they are spread.";
        }
        if (shape.aliases() > limits.aliases()) {
            return "The document uses " + counted(shape.aliases(), "aliases") + "; " + limits.aliases()
                    + " are the most.";
        }
        if (shape.directives() > limits.directives()) {
            return "The document uses " + counted(shape.directives(), "directives") + "; " + limits.directives()
                    + " are the most.";
        }
        return null;
    }

    private static String counted(long number, String things) {
        return number >= Integer.MAX_VALUE ? "billions of " + things : number + " " + things;
    }

    private static String name(OperationDefinition definition) {
        return definition.getName() == null ? "" : definition.getName();
    }

    private static Prepared refused(String message) {
        return new Prepared.Refused(List.of(OperationError.badRequest(message)));
    }
}
