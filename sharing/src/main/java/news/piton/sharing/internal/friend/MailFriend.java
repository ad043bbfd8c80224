package news.piton.sharing.internal.friend;

import java.util.Map;
import java.util.Optional;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.core.mail.Mail;
import news.piton.core.mail.MailResult;
import news.piton.core.mail.Mailer;
import news.piton.core.outbox.EventHandler;
import news.piton.sharing.FriendMailRequested;
import news.piton.sharing.internal.layout.FriendLayout;
import news.piton.sharing.internal.layout.FriendLayout.Recommendation;
import news.piton.sharing.internal.linking.Channel;
import news.piton.sharing.internal.linking.Channels;
import news.piton.sharing.internal.store.FriendStore;
import news.piton.sharing.internal.store.FriendStore.FriendMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails a recommendation, unless the friend has said never again or the article is gone, and forgets both people. */
public final class MailFriend implements EventHandler<FriendMailRequested> {
    private static final Logger LOG = LoggerFactory.getLogger(MailFriend.class);
    private final FriendStore store;
    private final Articles articles;
    private final Channels channels;
    private final NeverAgain neverAgain;
    private final FriendLayout layout;
    private final Mailer mailer;

    public MailFriend(
            FriendStore store,
            Articles articles,
            Channels channels,
            NeverAgain neverAgain,
            FriendLayout layout,
            Mailer mailer) {
        this.store = store;
        this.articles = articles;
        this.channels = channels;
        this.neverAgain = neverAgain;
        this.layout = layout;
        this.mailer = mailer;
    }

    @Override
    public void handle(FriendMailRequested event) {
        Optional<FriendMail> wish = store.find(event.friendMailId());
        if (wish.isEmpty()) {
            return;
        }
        Optional<ArticleView> article = articles.published(wish.get().articleId());
        if (article.isPresent() && !neverAgain.refused(wish.get().recipient())) {
            send(wish.get(), article.get());
        }
        store.remove(wish.get().id());
    }

    private void send(FriendMail wish, ArticleView article) {
        String stop = neverAgain.link(wish.recipient());
        String link = Channel.EMAIL.link(channels.shortUrl(article.id()));
        Recommendation recommendation = new Recommendation(wish.senderName(), article, link, stop);
        // RFC 3834 and RFC 8058: written by a program, and one click ends it
        Map<String, String> headers = Map.of(
                "Auto-Submitted", "auto-generated",
                "List-Unsubscribe", "<" + stop + ">",
                "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        Mail mail = new Mail(
                wish.recipient(),
                layout.subject(),
                layout.mailText(recommendation),
                layout.mailHtml(recommendation),
                headers);
        MailResult result = mailer.send(mail);
        if (result instanceof MailResult.Deferred(String reply)) {
            throw new IllegalStateException("the mail to a friend has to wait: " + reply);
        }
        if (!(result instanceof MailResult.Accepted)) {
            // without the server's words, which may hold the address
            LOG.warn(
                    "Mail {} to a friend is given up: {}",
                    wish.id(),
                    result.getClass().getSimpleName());
        }
    }
}
