package news.piton.core.host.execution;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
        Caller caller = Caller.of(failure.getDataFetchingEnvironment());
        List<Object> path = failure.getPath().toList();
        OperationError error = Errors.of(thrown, path, limits, caller.requestId())
                .at(failure.getSourceLocation() == null ? List.of() : List.of(failure.getSourceLocation()), path);
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult().error(error).build());
    }
}
