package news.piton.sharing.internal.friend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.guard.ClientAddress;
import news.piton.core.guard.Guard;
import news.piton.core.guard.RateLimit;
import news.piton.core.guard.WithoutChallenge;
import news.piton.core.id.GlobalId;
import news.piton.core.id.Ids;
import news.piton.core.mail.EmailAddress;
import news.piton.core.outbox.Outbox;
import news.piton.sharing.FriendMailRequested;
import news.piton.sharing.internal.store.FriendStore;
import news.piton.sharing.internal.store.FriendStore.FriendMail;
import org.jspecify.annotations.Nullable;

/**
 * Takes a reader's wish to recommend an article to a friend. Limited by client, by friend and for the whole site. Nobody
 * learns anything of the friend here: the friend's limit is silent, and whether the friend wants such mail is asked only
 * when it goes out.
 */
public final class SendToFriend {
    private static final RateLimit PER_CLIENT = new RateLimit("sharing.friend-client", 5, Duration.ofHours(1));
    private static final RateLimit PER_FRIEND = new RateLimit("sharing.friend-recipient", 3, Duration.ofDays(1));
    private static final WithoutChallenge UNSOLVED = new WithoutChallenge(
            new RateLimit("sharing.friend-unsolved", 2, Duration.ofHours(1)),
            new RateLimit("sharing.friend-unsolved-site", 10, Duration.ofDays(1)));
    private final Database database;
    private final Outbox outbox;
    private final Guard guard;
    private final Ids ids;
    private final InstantSource clock;
    private final Articles articles;
    private final FriendStore store;
    private final NeverAgain neverAgain;
    private final RateLimit perDay;

    /** @param perDay how many of these mails the whole site sends in a day */
    public SendToFriend(
            Database database,
            Outbox outbox,
            Guard guard,
            Ids ids,
            InstantSource clock,
            Articles articles,
            FriendStore store,
            NeverAgain neverAgain,
            int perDay) {
        this.database = database;
        this.outbox = outbox;
        this.guard = guard;
        this.ids = ids;
        this.clock = clock;
        this.articles = articles;
        this.store = store;
        this.neverAgain = neverAgain;
        this.perDay = new RateLimit("sharing.friend-site", perDay, Duration.ofDays(1));
    }

    /** The wish was taken; there is nothing that may be told about it. */
    public record Taken() {}

    /** What a stranger typed. */
    public record Wish(
            String articleId,
            String senderName,
            String recipientEmail,
            @Nullable String challenge) {}

    /**
     * Takes the wish; the mail follows.
     *
     * @throws news.piton.core.fault.Fault RATE_LIMITED when the client's limit or the site's is reached
     */
    public Outcome<Taken> send(Wish wish, ClientAddress client) {
        Optional<SenderName> sender = SenderName.of(wish.senderName());
        Optional<EmailAddress> friend = EmailAddress.of(wish.recipientEmail());
        List<UserError> wrong = new ArrayList<>();
        if (sender.isEmpty()) {
            wrong.add(UserError.at(
                    "senderName",
                    "INVALID_NAME",
                    "Please enter your name: letters only, at most four words and 40 characters."));
        }
        if (friend.isEmpty()) {
            wrong.add(UserError.at(
                    "recipientEmail", "INVALID_EMAIL", "Please enter one e-mail address, such as name@example.org."));
        }
        if (sender.isEmpty() || friend.isEmpty()) {
            return Outcome.refused(wrong);
        }
        OptionalLong id = GlobalId.number("Article", wish.articleId());
        Optional<ArticleView> article = id.isPresent() ? articles.published(id.getAsLong()) : Optional.empty();
        if (article.isEmpty()) {
            return Outcome.refused(
                    UserError.at("articleId", "NOT_FOUND", "There is no published article with this id."));
        }
        guard.spend(PER_CLIENT, client.text());
        Optional<UserError> unsolved = guard.spendChallenge(wish.challenge(), UNSOLVED, client);
        if (unsolved.isPresent()) {
            return Outcome.refused(unsolved.get());
        }
        // before the friend's limit, and never given back: else its answer would tell of the friend's
        guard.spend(perDay, "all");
        if (guard.spendSilently(PER_FRIEND, neverAgain.fingerprint(friend.get().text()))) {
            database.inTransaction(() -> take(article.get(), sender.get(), friend.get()));
        }
        return Outcome.done(new Taken());
    }

    private void take(ArticleView article, SenderName sender, EmailAddress friend) {
        Instant now = clock.instant();
        FriendMail mail = new FriendMail(ids.next(), article.id(), sender.text(), friend.text());
        store.add(mail, now);
        outbox.publish(FriendMailRequested.TYPE, new FriendMailRequested(mail.id()));
    }
}
