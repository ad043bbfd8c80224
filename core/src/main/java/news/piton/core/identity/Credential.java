package news.piton.core.identity;

/**
 * What a member of staff showed to be recognised.
 *
 * @param id the session's or the token's row
 */
public record Credential(Kind kind, long id) {
    public enum Kind {
        SESSION,
        API_TOKEN
    }

    /** As the audit log shows it: {@code session 123}. */
    @Override
    public String toString() {
        return switch (kind) {
            case SESSION -> "session " + id;
            case API_TOKEN -> "API token " + id;
        };
    }
}
