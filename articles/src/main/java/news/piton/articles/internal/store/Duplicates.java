package news.piton.articles.internal.store;

import java.sql.SQLException;
import org.jooq.exception.IntegrityConstraintViolationException;

/** Tells a name that somebody else has taken from every other reason why a row cannot be written. */
final class Duplicates {
    /** ER_DUP_ENTRY. */
    private static final int DUPLICATE_ENTRY = 1062;

    private Duplicates() {}

    /** @return false when a unique key stood in the way */
    static boolean unless(Runnable write) {
        try {
            write.run();
            return true;
        } catch (IntegrityConstraintViolationException violation) {
            SQLException cause = violation.getCause(SQLException.class);
            if (cause != null && cause.getErrorCode() == DUPLICATE_ENTRY) {
                return false;
            }
            throw violation;
        }
    }
}
