package news.piton.core.audit;

import java.time.Instant;
import java.util.List;

/**
 * One thing that somebody of the staff did.
 *
 * @param actorName as it was then
 * @param via the session or token it was done with; {@code no session} for signing in
 * @param action the mutation's name, for example {@code publishArticle}, or {@code import}
 * @param subjects global ids of what it was done to
 * @param outcome {@code DONE}; of an import also {@code STOPPED} or {@code FAILED}. What is refused leaves no entry
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
