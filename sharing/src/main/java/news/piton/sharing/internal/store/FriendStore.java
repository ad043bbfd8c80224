package news.piton.sharing.internal.store;

import static news.piton.sharing.internal.store.generated.Tables.SHARING_FRIEND_MAIL;
import static news.piton.sharing.internal.store.generated.Tables.SHARING_REFUSAL;

import java.time.Instant;
import java.util.Optional;
import news.piton.core.database.Database;

/** Recommendations that are on their way, and who does not want any. */
public final class FriendStore {
    private final Database database;

    public FriendStore(Database database) {
        this.database = database;
    }

    /** A recommendation on its way. */
    public record FriendMail(long id, long articleId, String senderName, String recipient) {}

    public void add(FriendMail mail, Instant now) {
        database.sql()
                .insertInto(SHARING_FRIEND_MAIL)
                .set(SHARING_FRIEND_MAIL.ID, mail.id())
                .set(SHARING_FRIEND_MAIL.ARTICLE_ID, mail.articleId())
                .set(SHARING_FRIEND_MAIL.SENDER_NAME, mail.senderName())
                .set(SHARING_FRIEND_MAIL.RECIPIENT, mail.recipient())
                .set(SHARING_FRIEND_MAIL.REQUESTED_AT, now)
                .execute();
    }

    public Optional<FriendMail> find(long id) {
        return database.sql()
                .selectFrom(SHARING_FRIEND_MAIL)
                .where(SHARING_FRIEND_MAIL.ID.eq(id))
                .fetchOptional(row ->
                        new FriendMail(row.getId(), row.getArticleId(), row.getSenderName(), row.getRecipient()));
    }

    public void remove(long id) {
        database.sql()
                .deleteFrom(SHARING_FRIEND_MAIL)
                .where(SHARING_FRIEND_MAIL.ID.eq(id))
                .execute();
    }

    public void removeOlder(Instant before) {
        database.sql()
                .deleteFrom(SHARING_FRIEND_MAIL)
                .where(SHARING_FRIEND_MAIL.REQUESTED_AT.lt(before))
                .execute();
    }

    /** Takes down that nobody may have us write to the address with this digest. */
    public void refuse(String recipient, Instant now) {
        database.sql()
                .insertInto(SHARING_REFUSAL)
                .set(SHARING_REFUSAL.RECIPIENT, recipient)
                .set(SHARING_REFUSAL.REFUSED_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
    }

    public boolean refused(String recipient) {
        return database.sql().fetchExists(SHARING_REFUSAL, SHARING_REFUSAL.RECIPIENT.eq(recipient));
    }
}
