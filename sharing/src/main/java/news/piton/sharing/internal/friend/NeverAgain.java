package news.piton.sharing.internal.friend;

import java.time.InstantSource;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.site.Site;
import news.piton.core.token.Tokens;
import news.piton.sharing.internal.store.FriendStore;

/**
 * Lets whoever got such a mail say that it shall be the last. We keep a keyed digest of the address, no address, and the link
 * holds no more than that either.
 */
public final class NeverAgain {
    private static final String LINK = "sharing.never-again";
    private static final String RECIPIENT = "sharing.recipient";
    private final Database database;
    private final Tokens tokens;
    private final Site site;
    private final InstantSource clock;
    private final FriendStore store;

    public NeverAgain(Database database, Tokens tokens, Site site, InstantSource clock, FriendStore store) {
        this.database = database;
        this.tokens = tokens;
        this.site = site;
        this.clock = clock;
        this.store = store;
    }

    /** Takes the refusal down; answers false for a token that is not ours. */
    public boolean refuse(String token) {
        Optional<String> recipient = tokens.open(LINK, token);
        recipient.ifPresent(digest -> database.inTransaction(() -> store.refuse(digest, clock.instant())));
        return recipient.isPresent();
    }

    public boolean knows(String token) {
        return tokens.open(LINK, token).isPresent();
    }

    String link(String email) {
        return site.link("/share/never-again?token=" + tokens.sign(LINK, fingerprint(email)));
    }

    boolean refused(String email) {
        return store.refused(fingerprint(email));
    }

    String fingerprint(String email) {
        return tokens.fingerprint(RECIPIENT, email);
    }
}
