package news.piton.core.database;

import java.sql.SQLException;

/** The numbers of those MariaDB errors that call for more than passing them on (MariaDB Error Codes). */
final class MariaDbError {
    private static final int RECORD_CHANGED = 1020;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int QUERY_INTERRUPTED = 1317;
    private static final int STATEMENT_TIMEOUT = 1969;

    private MariaDbError() {}

    /** The server has rolled the whole transaction back in favour of another one; running it again is worth it. */
    static boolean endsTransaction(Throwable failure) {
        int code = code(failure);
        return code == DEADLOCK || code == RECORD_CHANGED;
    }

    static boolean isOutOfTime(Throwable failure) {
        int code = code(failure);
        return code == STATEMENT_TIMEOUT || code == QUERY_INTERRUPTED;
    }

    static boolean isLockedOut(Throwable failure) {
        return code(failure) == LOCK_WAIT_TIMEOUT;
    }

    /** Zero when no SQL is to blame. */
    private static int code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getErrorCode();
            }
        }
        return 0;
    }
}
