package news.piton.core.host.http;

import io.helidon.http.Status;
import java.util.Map;
import news.piton.core.fault.FaultCode;
import news.piton.core.host.execution.OperationError;

/** Ends a request that cannot become an operation: a status code, and an error in the usual shape. */
final class Rejection extends RuntimeException {
    private final transient Status status;
    private final transient OperationError error;
    private final boolean close;
    private final String allow;

    private Rejection(Status status, OperationError error, boolean close, String allow) {
        super(error.message(), null, false, false);
        this.status = status;
        this.error = error;
        this.close = close;
        this.allow = allow;
    }

    static Rejection of(Status status, String message) {
        return of(status, FaultCode.BAD_REQUEST, message);
    }

    static Rejection of(Status status, FaultCode code, String message) {
        return new Rejection(status, coded(code, message), false, "");
    }

    static Rejection badRequest(String message) {
        return of(Status.BAD_REQUEST_400, message);
    }

    /** Refuses without reading what the client still has to say; the connection is of no further use. */
    static Rejection unread(Status status, String message) {
        return new Rejection(status, coded(FaultCode.BAD_REQUEST, message), true, "");
    }

    static Rejection notAllowed(String allow, String message) {
        return new Rejection(Status.METHOD_NOT_ALLOWED_405, coded(FaultCode.BAD_REQUEST, message), false, allow);
    }

    private static OperationError coded(FaultCode code, String message) {
        return new OperationError(code.name(), message, java.util.List.of(), null, Map.of());
    }

    Status status() {
        return status;
    }

    OperationError error() {
        return error;
    }

    boolean close() {
        return close;
    }

    /** The methods for the header Allow; empty when it is not about the method. */
    String allow() {
        return allow;
    }
}
