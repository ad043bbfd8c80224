package news.piton.core.audit;

import java.time.Instant;
import java.util.List;

/**
 * One thing that somebody of the staff did.
 *
 * @param actorName as it was then
 * @param via the session or token it was done with; {@code no session} on the command line and for signing in
 * @param action the mutation's name, for example {@code publishArticle}
 * @param subjects global ids of what it was done to
 * @param outcome {@code DONE}, or the code of the first refusal
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
