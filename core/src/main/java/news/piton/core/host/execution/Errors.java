package news.piton.core.host.execution;

import graphql.AssertException;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.execution.UnknownOperationException;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.core.database.Deadline;
import news.piton.core.fault.Excerpt;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into what a stranger may read. A {@link Fault} says what it says; what graphql-java finds wrong
 * in a request is said in plain words; all else is our mistake, of which only an id is shown.
 */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String UNCLEAR = "The request cannot be understood.";
    private static final String PREFIX = "Validation error (";
    private static final String PREFIX_END = ") : ";

    /**
     * How much of a sentence any pattern looks at, in UTF-16 code units. graphql-java quotes what the caller wrote, up to a
     * megabyte of it. The patterns begin with a lookbehind and not with {@code \b}, which looks back over all combining
     * marks before it.
     */
    private static final int LONGEST = 500;

    private static final Pattern LEAF =
            Pattern.compile("(?<![A-Za-z0-9_])[A-Za-z0-9_]+Value\\{(?:name|value)='?+([^'{}]*+)(?:'?+}|(?<=…)$)");
    private static final Pattern BRANCH =
            Pattern.compile("(?<![A-Za-z0-9_])([A-Za-z0-9_]+?)(?:Value|TypeName|Type|Field|Reference)\\{[^{}]*+}");
    /** What is no tree any more, since a text in it looked like one or its end is cut off. */
    private static final Pattern REST =
            Pattern.compile("(?<![A-Za-z0-9_])([A-Za-z0-9_]+)(?:Value|TypeName|Type)\\{.*(?:}|…$)", Pattern.DOTALL);

    private static final Pattern PACKAGE = Pattern.compile("(?<![A-Za-z0-9_.])(?:[a-z]++\\.)++(?=[A-Z][A-Za-z0-9_]*+)");
    private static final Pattern TOO_MUCH =
            Pattern.compile("More than ([0-9,.]++) (deep)?.*Denial Of Service.*", Pattern.DOTALL);
    private static final Pattern OFFENDER =
            Pattern.compile("with ANTLR error '.*(?:'(?= at line)|'$|…$)", Pattern.DOTALL);

    private Errors() {}

    static OperationError ofSyntax(InvalidSyntaxException malformed) {
        SourceLocation location = malformed.getLocation();
        String text = Excerpt.of(OperationError.message(malformed), LONGEST);
        Matcher tooMuch = TOO_MUCH.matcher(text);
        String sentence = tooMuch.matches()
                ? "The document has more than " + tooMuch.group(1)
                        + (tooMuch.group(2) == null ? " tokens" : " levels of nesting") + ", which are the most."
                : OFFENDER.matcher(text).replaceAll("");
        return OperationError.badRequest(plain(sentence.replaceAll(" ++", " ")))
                .at(location == null ? List.of() : List.of(location), null);
    }

    static OperationError ofValidation(ValidationError error) {
        return OperationError.badRequest(plain(error.getMessage()))
                .at(error.getLocations() == null ? List.of() : error.getLocations(), null);
    }

    /** An error of the engine's own making. */
    static OperationError of(GraphQLError error, String requestId) {
        if (error instanceof OperationError ready) {
            return ready;
        }
        List<SourceLocation> locations = error.getLocations() == null ? List.of() : error.getLocations();
        boolean ours = error.getPath() != null
                || error instanceof NonNullableFieldWasNullError
                || error instanceof ExceptionWhileDataFetching;
        if (error instanceof AbortExecutionException || !ours) {
            return OperationError.badRequest(plain(error.getMessage())).at(locations, error.getPath());
        }
        return internal(new AssertException(error.getMessage()), error.getPath(), requestId)
                .at(locations, error.getPath());
    }

    /**
     * What a fetcher threw.
     *
     * @param late what is said when the time was up
     */
    static OperationError of(Throwable thrown, @Nullable List<Object> path, Late late, String requestId) {
        return switch (thrown) {
            case Fault fault -> {
                if (fault.getCause() != null) {
                    LOG.warn("A field failed: path {} request {}", logged(path), requestId, fault);
                }
                yield OperationError.of(fault);
            }
            case Throwable any when Deadline.expired() -> late.error();
            case UnknownOperationException unknown -> OperationError.badRequest(OperationError.message(unknown));
            default -> internal(thrown, path, requestId);
        };
    }

    static OperationError internal(Throwable thrown, @Nullable List<Object> path, String requestId) {
        String errorId = UUID.randomUUID().toString();
        LOG.error(
                "Our mistake: errorId {} request {} path {}",
                errorId,
                requestId,
                logged(path),
                Trace.shortened(thrown));
        return new OperationError(
                FaultCode.INTERNAL.name(),
                "Something went wrong on our side. Tell us the errorId if it stays.",
                List.of(),
                null,
                Map.of("errorId", errorId));
    }

    /** A path is made of aliases, which are as long as the caller likes. */
    private static String logged(@Nullable List<Object> path) {
        return Excerpt.of(String.valueOf(path), LONGEST);
    }

    /** Takes out of graphql-java's sentences what only its programmers want to know. */
    static String plain(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return UNCLEAR;
        }
        String text = Excerpt.of(withoutPrefix(message), LONGEST);
        text = LEAF.matcher(text).replaceAll(leaf -> Matcher.quoteReplacement(leaf.group(1)));
        for (String before = ""; !before.equals(text); ) {
            before = text;
            text = BRANCH.matcher(text).replaceAll(tree -> tree.group(1).toLowerCase(Locale.ROOT));
        }
        text = REST.matcher(text).replaceAll(tree -> tree.group(1).toLowerCase(Locale.ROOT));
        text = PACKAGE.matcher(text).replaceAll("").strip();
        return text.isEmpty() ? UNCLEAR : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The prefix names the way to the place, which is as long as the caller likes and of no use beside the location. */
    private static String withoutPrefix(String message) {
        int end = message.startsWith(PREFIX) ? message.indexOf(PREFIX_END) : -1;
        return end < 0 ? message : message.substring(end + PREFIX_END.length());
    }
}
