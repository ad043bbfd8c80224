package news.piton.core.host.execution;

import graphql.language.OperationDefinition.Operation;
import java.time.Duration;
import news.piton.core.fault.Fault;

/**
 * What is said of an operation whose time was up. A mutation may have been stored all the same, in the moment before it was
 * stopped or by one of its fields before the others, and nobody here can tell any more.
 */
record Late(Duration limit, boolean mutation) {

    static Late of(Limits limits, Operation kind) {
        return new Late(limits.time(), kind == Operation.MUTATION);
    }

    OperationError error() {
        String stopped = "The operation took longer than " + limit.toSeconds() + " seconds and was stopped.";
        String perhapsDone = " The change may have been made all the same: look before you send it again. With the same"
                + " `idempotencyKey` both times, it can be sent again without being made twice.";
        return OperationError.of(Fault.unavailable(mutation ? stopped + perhapsDone : stopped, null));
    }
}
