package news.piton.app.site;

import news.piton.core.host.execution.OperationError;

/** A page that cannot be shown, and why. */
final class Trouble extends RuntimeException {
    private final int status;
    private final String retryAfter;

    Trouble(int status, String sentence) {
        this(status, sentence, "");
    }

    private Trouble(int status, String sentence, String retryAfter) {
        super(sentence, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static Trouble of(OperationError error) {
        Object wait = error.details().get("retryAfter");
        String seconds = wait == null ? "" : wait.toString();
        return switch (error.code()) {
            case "BAD_REQUEST" -> new Trouble(404, error.message());
            case "UNAUTHENTICATED" -> new Trouble(401, error.message());
            case "FORBIDDEN" -> new Trouble(403, error.message());
            case "RATE_LIMITED" -> new Trouble(429, error.message(), seconds);
            case "UNAVAILABLE" -> new Trouble(503, error.message(), seconds.isEmpty() ? "5" : seconds);
            default -> new Trouble(500, error.message());
        };
    }

    int status() {
        return status;
    }

    String sentence() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** In seconds; empty when there is no telling. */
    String retryAfter() {
        return retryAfter;
    }
}
