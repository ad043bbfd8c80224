package news.piton.core.host.http;

import io.helidon.http.Status;
import news.piton.core.fault.FaultCode;

/** The one table from outcomes to HTTP status codes (RFC 9110, section 15), for whatever has no data to show. */
public final class FaultStatus {
    private FaultStatus() {}

    public static Status of(FaultCode code) {
        return of(code.name());
    }

    /** @param code a fault's, or one of the endpoint's own, which all tell of bad requests */
    static Status of(String code) {
        return switch (code) {
            case "UNAUTHENTICATED" -> Status.UNAUTHORIZED_401;
            case "FORBIDDEN" -> Status.FORBIDDEN_403;
            case "RATE_LIMITED" -> Status.TOO_MANY_REQUESTS_429;
            case "UNAVAILABLE" -> Status.SERVICE_UNAVAILABLE_503;
            case "INTERNAL" -> Status.INTERNAL_SERVER_ERROR_500;
            default -> Status.BAD_REQUEST_400;
        };
    }
}
