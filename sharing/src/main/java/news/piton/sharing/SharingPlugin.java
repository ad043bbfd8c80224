package news.piton.sharing;

import io.helidon.http.Method;
import java.time.Duration;
import news.piton.articles.Articles;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.settings.Setting;
import news.piton.sharing.internal.friend.ForgetFriends;
import news.piton.sharing.internal.friend.MailFriend;
import news.piton.sharing.internal.friend.NeverAgain;
import news.piton.sharing.internal.friend.SendToFriend;
import news.piton.sharing.internal.graphql.ShareFields;
import news.piton.sharing.internal.layout.FriendLayout;
import news.piton.sharing.internal.linking.Channels;
import news.piton.sharing.internal.store.FriendStore;
import news.piton.sharing.internal.store.VisitStore;
import news.piton.sharing.internal.visits.CountVisits;
import news.piton.sharing.internal.web.NeverAgainPage;
import news.piton.sharing.internal.web.ShortLinks;

/** Puts the sharing context together. */
public final class SharingPlugin implements Plugin {
    private static final Setting<Integer> FRIEND_MAILS = Setting.number(
            "sharing.friend-mails-per-day",
            500,
            1,
            100_000,
            "How many mails to readers' friends the whole site sends in a day at the most.");

    @Override
    public PluginDescription describe() {
        return PluginDescription.of("sharing", "0.1.0")
                .requires("articles")
                .sdl("graphql/sharing.graphqls")
                .operations("graphiql/share.graphql")
                .type("Share", ShareView.class)
                .type("ShareChannel", ShareView.ChannelView.class)
                .type("LinkPreview", LinkPreview.class)
                .migrations()
                .setting(FRIEND_MAILS)
                .publishes(FriendMailRequested.TYPE)
                .build();
    }

    @Override
    public Contribution install(Platform platform) {
        var database = platform.database();
        var clock = platform.clock();
        var articles = platform.api(Articles.class);

        var visits = new VisitStore(database);
        var friends = new FriendStore(database);
        var channels = new Channels(platform.site());
        var countVisits = new CountVisits(clock, visits);
        var shortLinks = new ShortLinks(articles, countVisits);

        var layout = new FriendLayout(platform.site());
        var neverAgain = new NeverAgain(database, platform.tokens(), platform.site(), clock, friends);
        var neverAgainPage = new NeverAgainPage(neverAgain, layout);
        var mailFriend = new MailFriend(friends, articles, channels, neverAgain, layout, platform.mailer());
        var sendToFriend = new SendToFriend(
                database,
                platform.outbox(),
                platform.guard(),
                platform.ids(),
                clock,
                articles,
                friends,
                neverAgain,
                platform.settings().get(FRIEND_MAILS));

        var contribution = Contribution.builder()
                .on(FriendMailRequested.TYPE, "mail-friend", mailFriend)
                .job(new Job(
                        "sharing.forget-friends",
                        new Schedule.Every(Duration.ofHours(6)),
                        new ForgetFriends(clock, friends)))
                .closing(countVisits)
                .route(Method.GET, "/s/{code}", shortLinks::follow)
                .route(Method.HEAD, "/s/{code}", shortLinks::follow)
                .route(Method.GET, "/s/{code}/{mark}", shortLinks::follow)
                .route(Method.HEAD, "/s/{code}/{mark}", shortLinks::follow)
                .route(Method.GET, "/share/never-again", neverAgainPage::ask)
                .route(Method.POST, "/share/never-again", neverAgainPage::refuse);
        new ShareFields(channels, visits, sendToFriend).contribute(contribution);
        return contribution.build();
    }
}
