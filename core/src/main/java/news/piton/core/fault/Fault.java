package news.piton.core.fault;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends an operation with a coded error. The message is written for the person who caused it and reaches them as it is;
 * what must stay inside belongs into the cause, which only the log shows.
 */
public final class Fault extends RuntimeException {
    private final FaultCode code;
    private final transient Map<String, Object> details;

    private Fault(FaultCode code, String message, Map<String, Object> details, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public static Fault badRequest(String message) {
        return new Fault(FaultCode.BAD_REQUEST, message, Map.of(), null);
    }

    public static Fault unauthenticated() {
        return new Fault(FaultCode.UNAUTHENTICATED, "Sign in to do this.", Map.of(), null);
    }

    /** @param message says what is wrong with the token or session that came */
    public static Fault unauthenticated(String message) {
        return new Fault(FaultCode.UNAUTHENTICATED, message, Map.of(), null);
    }

    public static Fault forbidden() {
        return new Fault(FaultCode.FORBIDDEN, "Your account does not have the permission to do this.", Map.of(), null);
    }

    /** @param message says what is missing besides a permission */
    public static Fault forbidden(String message) {
        return new Fault(FaultCode.FORBIDDEN, message, Map.of(), null);
    }

    /** @param retryAfter how long to wait until one more operation fits; shown in whole seconds, rounded up */
    public static Fault rateLimited(String message, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Fault(FaultCode.RATE_LIMITED, message, Map.of("retryAfter", seconds), null);
    }

    /** @param details plain values that go beside the code in {@code extensions} */
    public static Fault tooExpensive(String message, Map<String, Object> details) {
        return new Fault(FaultCode.TOO_EXPENSIVE, message, details, null);
    }

    public static Fault unavailable(String message, @Nullable Throwable cause) {
        return new Fault(FaultCode.UNAVAILABLE, message, Map.of(), cause);
    }

    public FaultCode code() {
        return code;
    }

    /** Plain values shown beside the code in {@code extensions}, such as {@code retryAfter} in seconds. */
    public Map<String, Object> details() {
        return details;
    }
}
