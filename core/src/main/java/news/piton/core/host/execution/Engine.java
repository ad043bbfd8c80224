package news.piton.core.host.execution;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionId;
import graphql.execution.ResultNodesInfo;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import news.piton.core.database.Deadline;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations on the caller's thread: fetchers and batches are plain blocking code, and a virtual thread waits cheaply.
 * Nothing is fetched before the whole operation has been found valid, affordable and permitted.
 */
public final class Engine {
    /** How long work may go on past its time before it is interrupted; its SQL is stopped by the database before. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Documents documents;
    private final Limits limits;
    private final Predicate<Caller> mayIntrospect;
    private final Function<Caller, Loaders> loaders;
    private final Measures measures;
    private final GraphQL graphql;
    private final Patience patience = new Patience();

    public Engine(
            GraphQLSchema schema,
            List<Loader<?, ?>> loaders,
            Limits limits,
            Predicate<Caller> mayIntrospect,
            Measures measures) {
        this.documents = new Documents(schema, limits);
        this.limits = limits;
        this.mayIntrospect = mayIntrospect;
        this.loaders = Loaders.of(loaders, measures);
        this.measures = measures;
        FaultHandler faults = new FaultHandler(limits);
        this.graphql = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(faults)
                .subscriptionExecutionStrategy(new AsyncExecutionStrategy(faults))
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .build();
        measures.gauge("piton_graphql_documents", "Parsed documents held.", documents::held);
    }

    /** Reads a document, or recalls that it has been read. */
    public Prepared prepare(String text, String requestId) {
        try {
            return documents.prepare(text);
        } catch (RuntimeException | Error failed) {
            return new Prepared.Refused(List.of(Errors.internal(failed, null, requestId)));
        }
    }

    /** The document that a client has sent once with this hash; null when it has not, or when it has been forgotten. */
    public @Nullable String persisted(String sha256) {
        return documents.persisted(sha256);
    }

    /** Keeps a valid document for clients that will send its hash only. */
    public void persist(String sha256, String text) {
        documents.persist(sha256, text);
    }

    /** Runs a query or mutation. Never throws for what the caller or a fetcher did wrong. */
    public Answer run(
            Prepared.Ready document, Prepared.Operation operation, Map<String, Object> variables, Caller caller) {
        return run(document, operation, variables, caller, Map.of(), null);
    }

    /** Runs a subscription's selection once, on the value that an event shows. */
    Answer show(
            Prepared.Ready document,
            Prepared.Operation operation,
            Map<String, Object> variables,
            Caller caller,
            Object value) {
        return run(document, operation, variables, caller, Map.of(), value);
    }

    /** Finds out what a subscription is to, with the same checks as if it ran. */
    Answer open(
            Prepared.Ready document,
            Prepared.Operation operation,
            Map<String, Object> variables,
            Caller caller,
            LiveValue.Opening opening) {
        return run(document, operation, variables, caller, Map.of(LiveValue.Opening.class, opening), null);
    }

    /** What a stranger may read of a failure that no operation caught. */
    Answer failed(Throwable failure, Caller caller) {
        Late late = new Late(limits.time(), false);
        return Answer.refused(Errors.of(failure, null, late, caller.requestId()));
    }

    /** What a stranger may read of a mistake of ours outside of any operation; the log gets the rest. */
    public Answer mistaken(Throwable mistake, String requestId) {
        return Answer.refused(Errors.internal(mistake, null, requestId));
    }

    private Answer run(
            Prepared.Ready document,
            Prepared.Operation operation,
            Map<String, Object> variables,
            Caller caller,
            Map<Object, Object> context,
            @Nullable Object root) {
        if (operation.shape().introspects() && !mayIntrospect.test(caller)) {
            return Answer.refused(OperationError.of(Fault.forbidden())
                    .saying("Introspection is for staff here; the schema is at /graphql/schema.graphql."));
        }
        long cost = operation.cost().of(variables);
        if (cost > limits.cost()) {
            String dearest = operation.cost().dearest(variables);
            return Answer.refused(OperationError.of(Fault.tooExpensive(
                    "The operation would cost up to " + cost + ", and " + limits.cost()
                            + " is the most; what costs most is `" + dearest + "`. Ask for shorter lists, or split it.",
                    Map.of("cost", cost, "limit", limits.cost(), "field", dearest))));
        }
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput()
                .query(document.text())
                .operationName(operation.name().isEmpty() ? null : operation.name())
                .variables(variables)
                .executionId(ExecutionId.from(caller.requestId()))
                .locale(Locale.ENGLISH)
                .dataLoaderRegistry(loaders.apply(caller))
                .graphQLContext(entries -> {
                    entries.of(Caller.class, caller);
                    entries.of(PreparsedDocumentEntry.class, document.entry());
                    entries.of(context);
                });
        if (root != null) {
            input.root(root);
        }
        GraphQL.unusualConfiguration(input).dataloaderConfig().enableDataLoaderChaining(true);
        Late late = Late.of(limits, operation.kind());
        return Deadline.within(limits.time(), () -> timed(input.build(), cost, caller, late));
    }

    private Answer timed(ExecutionInput input, long cost, Caller caller, Late late) {
        try (Patience.Watch stop = patience.begin(limits.time(), input::cancel);
                Patience.Watch free = patience.interruptAfter(limits.time().plus(GRACE))) {
            ExecutionResult result =
                    graphql.executeAsync(input).get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
            return input.isCancelled() ? Answer.refused(late.error()) : answer(result, input, cost, caller);
        } catch (TimeoutException tooLate) {
            input.cancel();
            return Answer.refused(late.error());
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return Answer.refused(Errors.of(cause, null, late, caller.requestId()));
        } catch (RuntimeException | Error failed) {
            return Answer.refused(Errors.of(failed, null, late, caller.requestId()));
        } catch (InterruptedException tooLate) {
            return Answer.refused(late.error());
        }
    }

    private Answer answer(ExecutionResult result, ExecutionInput input, long cost, Caller caller) {
        LiveValue.Opening opening = input.getGraphQLContext().get(LiveValue.Opening.class);
        if (opening != null && opening.field != null) {
            // found, permitted, and nothing to show yet: that a non-null field is empty now is nobody's mistake
            return new Answer(true, null, List.of(), Map.of());
        }
        ResultNodesInfo nodes = input.getGraphQLContext().get(ResultNodesInfo.RESULT_NODES_INFO);
        if (nodes != null) {
            measures.fields(nodes.getResultNodesCount());
        }
        List<OperationError> errors = new ArrayList<>(result.getErrors().size());
        result.getErrors().forEach(error -> errors.add(Errors.of(error, caller.requestId())));
        Map<String, Object> extensions = Map.of("cost", Map.of("requested", cost, "limit", limits.cost()));
        return new Answer(result.isDataPresent(), result.getData(), errors, extensions);
    }
}
