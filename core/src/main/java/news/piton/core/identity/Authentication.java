package news.piton.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import news.piton.core.fault.Fault;
import news.piton.core.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Recognises who makes a request, by one SQL statement; a guest costs none. What was ended, revoked or taken away a moment
 * ago no longer counts, on no node: nothing is kept in memory.
 */
public final class Authentication {
    private static final String BEARER = "bearer";
    /** How exactly the last use is known, so that not every request writes. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final ApiTokenStore tokens;
    private final StaffStore staff;
    private final Roles roles;
    private final SessionCookie cookie;
    private final Settings settings;
    private final InstantSource clock;

    Authentication(
            SessionStore sessions,
            ApiTokenStore tokens,
            StaffStore staff,
            Roles roles,
            SessionCookie cookie,
            Settings settings,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.staff = staff;
        this.roles = roles;
        this.cookie = cookie;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whoever sent these headers. A token in {@code Authorization} wins over the cookie; another scheme than {@code Bearer}
     * is for the server in front of this one, and none of our business. The cookie of a session that has ended makes a guest,
     * so that its owner can sign in again.
     *
     * @param cookies the value of the header {@code Cookie}; null when there is none
     * @param authorization the value of the header {@code Authorization}: {@code Bearer}, with a session's or an API token
     * @throws Fault UNAUTHENTICATED when there is a token that opens nothing
     */
    public Viewer viewer(@Nullable String cookies, @Nullable String authorization) {
        if (authorization != null && isToken(authorization)) {
            return Secret.parse(authorization.strip().substring(BEARER.length()).strip())
                    .flatMap(this::recognise)
                    .orElseThrow(() -> Fault.unauthenticated(
                            "This token opens nothing: it is mistyped, expired or revoked. Sign in for a new one."));
        }
        return Optional.ofNullable(cookies)
                .flatMap(cookie::secret)
                .flatMap(this::recognise)
                .orElse(Viewer.GUEST);
    }

    /** Whether a value of the header {@code Authorization} is a token, which no browser sends by itself (RFC 6750). */
    public static boolean isToken(String authorization) {
        return authorization.strip().split(" ", 2)[0].equalsIgnoreCase(BEARER);
    }

    private Optional<Viewer> recognise(Secret secret) {
        return switch (secret.kind()) {
            case SESSION -> session(secret);
            case API_TOKEN -> token(secret);
        };
    }

    private Optional<Viewer> session(Secret secret) {
        Instant now = clock.instant();
        return sessions.find(secret, now.minus(settings.get(Sessions.LIFE)), now.minus(settings.get(Sessions.IDLE)))
                .map(session -> {
                    if (session.usedAt().isBefore(now.minus(GRAIN))) {
                        sessions.touch(session.id(), now);
                    }
                    return new Viewer.Staff(
                            session.staffId(),
                            session.name(),
                            roles.permissions(staff.roles(session.roles())),
                            new Credential(Credential.Kind.SESSION, session.id()));
                });
    }

    private Optional<Viewer> token(Secret secret) {
        Instant now = clock.instant();
        return tokens.find(secret, now).map(live -> {
            ApiToken token = live.token();
            if (token.lastUsedAt() == null || token.lastUsedAt().isBefore(now.minus(GRAIN))) {
                tokens.touch(token.id(), now);
            }
            Set<String> permissions = new HashSet<>(token.permissions());
            permissions.retainAll(roles.permissions(staff.roles(live.roles())));
            return new Viewer.Staff(
                    token.staffId(),
                    live.staffName(),
                    permissions,
                    new Credential(Credential.Kind.API_TOKEN, token.id()));
        });
    }
}
