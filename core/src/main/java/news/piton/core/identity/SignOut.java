package news.piton.core.identity;

/** Ends the session that a request came with. */
public final class SignOut {
    private final SessionStore sessions;

    SignOut(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** False when there was no session to end; an API token is none, it is revoked instead. */
    public boolean signOut(Viewer viewer) {
        return viewer instanceof Viewer.Staff staff
                && staff.credential() instanceof Credential(Credential.Kind kind, long id)
                && kind == Credential.Kind.SESSION
                && sessions.end(id);
    }
}
