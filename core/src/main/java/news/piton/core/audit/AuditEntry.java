package news.piton.core.audit;

import java.time.Instant;
import java.util.List;

/**
 * One thing that somebody of the staff, or an operator on the command line, did.
 *
 * @param actorId 0 on the command line
 * @param actorName as it was then; {@code command line} where nobody signs in
 * @param via the session or token it was done with; {@code no session} for signing in, {@code command line} there
 * @param action the mutation's name, for example {@code publishArticle}, {@code import} or {@code export}
 * @param subjects global ids of what it was done to
 * @param outcome {@code DONE}; of an import or export {@code STARTED}, and later how it ended: {@code DONE}, {@code STOPPED} or
 *     {@code FAILED}. What is refused leaves no entry
 * @param detail a JSON object; secrets are left out and long texts cut
 */
public record AuditEntry(
        long id,
        Instant at,
        long actorId,
        String actorName,
        String via,
        String action,
        List<String> subjects,
        String outcome,
        String detail) {
    public AuditEntry {
        subjects = List.copyOf(subjects);
    }
}
