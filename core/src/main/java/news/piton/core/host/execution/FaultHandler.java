package news.piton.core.host.execution;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Caller;

/** Hears of every fetcher and loader that throws. */
final class FaultHandler implements DataFetcherExceptionHandler {
    private final Limits limits;

    FaultHandler(Limits limits) {
        this.limits = limits;
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failure) {
        Throwable thrown = failure.getException();
        while (thrown instanceof CompletionException && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        DataFetchingEnvironment environment = failure.getDataFetchingEnvironment();
        List<Object> path = failure.getPath().toList();
        OperationError error = once(thrown, path, environment)
                .at(failure.getSourceLocation() == null ? List.of() : List.of(failure.getSourceLocation()), path);
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult().error(error).build());
    }

    /** A field that fails for a hundred rows is one mistake with one id: a stranger cannot fill the log with it. */
    private OperationError once(Throwable thrown, List<Object> path, DataFetchingEnvironment environment) {
        String requestId = Caller.of(environment).requestId();
        Late late = Late.of(limits, environment.getOperationDefinition().getOperation());
        if (thrown instanceof Fault) {
            return Errors.of(thrown, path, late, requestId);
        }
        String field = GraphQLTypeUtil.simplePrint(environment.getParentType()) + "."
                + environment.getFieldDefinition().getName();
        return Objects.requireNonNull(environment
                .getGraphQlContext()
                .<OperationError>computeIfAbsent(
                        "mistake in " + field, first -> Errors.of(thrown, path, late, requestId)));
    }
}
