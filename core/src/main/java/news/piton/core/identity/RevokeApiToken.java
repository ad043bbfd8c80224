package news.piton.core.identity;

import java.time.InstantSource;
import java.util.Set;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;

/** Ends an API token for good, from its next use on. */
public final class RevokeApiToken {
    private final Database database;
    private final ApiTokenStore tokens;
    private final InstantSource clock;

    RevokeApiToken(Database database, ApiTokenStore tokens, InstantSource clock) {
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Revoking a revoked token is done already. */
    public Outcome<ApiToken> revoke(long id) {
        return database.inTransaction(() -> {
            tokens.revoke(id, clock.instant());
            ApiToken token = tokens.byIds(Set.of(id)).get(id);
            return token == null
                    ? Outcome.refused(UserError.at("id", "NOT_FOUND", "There is no such token."))
                    : Outcome.done(token);
        });
    }
}
