package news.piton.sharing.internal.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleView;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.Selected;
import news.piton.core.plugin.Contribution;
import news.piton.sharing.ShareView;
import news.piton.sharing.internal.friend.SendToFriend;
import news.piton.sharing.internal.friend.SendToFriend.Wish;
import news.piton.sharing.internal.linking.Channel;
import news.piton.sharing.internal.linking.Channels;
import news.piton.sharing.internal.store.VisitStore;
import org.jspecify.annotations.Nullable;

/** {@code Article.share} and {@code sendToFriend}. A list of articles costs one statement, and none if nobody asks for numbers. */
public final class ShareFields {
    private static final String TAKEN = "Thank you. We send your friend a mail with a link to the article.";
    private final Channels channels;
    private final VisitStore visits;
    private final SendToFriend sendToFriend;
    private final Loader<Long, Map<Channel, Integer>> visitLoader;

    public ShareFields(Channels channels, VisitStore visits, SendToFriend sendToFriend) {
        this.channels = channels;
        this.visits = visits;
        this.sendToFriend = sendToFriend;
        this.visitLoader = new Loader<>("sharing.visits", this::visits);
    }

    record SendToFriendInput(
            String articleId,
            String senderName,
            String recipientEmail,
            @Nullable String challenge) {}

    record SendToFriendValue(String message) {}

    public void contribute(Contribution.Builder contribution) {
        contribution
                .loader(visitLoader)
                .field("Article", "share", this::share)
                .mutation(
                        "sendToFriend",
                        SendToFriendInput.class,
                        SendToFriendValue.class,
                        call -> sendToFriend
                                .send(
                                        new Wish(
                                                call.input().articleId(),
                                                call.input().senderName(),
                                                call.input().recipientEmail(),
                                                call.input().challenge()),
                                        call.caller().address())
                                .map(taken -> new SendToFriendValue(TAKEN)));
    }

    private CompletableFuture<@Nullable ShareView> share(DataFetchingEnvironment environment) {
        ArticleView article = Objects.requireNonNull(environment.<ArticleView>getSource());
        if (article.status() != ArticleStatus.PUBLISHED) {
            return CompletableFuture.completedFuture(null);
        }
        Selected selected = Selected.under(environment);
        if (!selected.has("count") && !selected.under("channels").has("count")) {
            return CompletableFuture.completedFuture(channels.share(article, Map.of()));
        }
        return visitLoader
                .load(environment, article.id())
                .thenApply(found -> channels.share(article, Objects.requireNonNullElse(found, Map.of())));
    }

    private Map<Long, Map<Channel, Integer>> visits(Set<Long> articleIds, Caller caller) {
        Map<Long, Map<Channel, Integer>> all = new HashMap<>();
        visits.of(articleIds).forEach((id, byName) -> {
            Map<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
            byName.forEach((name, count) -> byChannel.put(Channel.valueOf(name), count));
            all.put(id, byChannel);
        });
        return all;
    }
}
