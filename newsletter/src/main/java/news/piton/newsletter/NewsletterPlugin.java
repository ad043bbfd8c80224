package news.piton.newsletter;

import io.helidon.http.Method;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import news.piton.articles.ArticleCorrected;
import news.piton.articles.ArticleUnpublished;
import news.piton.articles.Articles;
import news.piton.core.identity.Role;
import news.piton.core.job.Job;
import news.piton.core.job.Schedule;
import news.piton.core.plugin.Contribution;
import news.piton.core.plugin.Platform;
import news.piton.core.plugin.Plugin;
import news.piton.core.plugin.PluginDescription;
import news.piton.core.settings.Setting;
import news.piton.newsletter.internal.composing.ComposeIssue;
import news.piton.newsletter.internal.composing.WithdrawArticle;
import news.piton.newsletter.internal.graphql.NewsletterFields;
import news.piton.newsletter.internal.graphql.NewsletterMutations;
import news.piton.newsletter.internal.layout.IssueLayout;
import news.piton.newsletter.internal.layout.NoticeLayout;
import news.piton.newsletter.internal.sample.Sample;
import news.piton.newsletter.internal.sending.Courier;
import news.piton.newsletter.internal.sending.DeliverIssues;
import news.piton.newsletter.internal.sending.IssueMail;
import news.piton.newsletter.internal.sending.ReadIssue;
import news.piton.newsletter.internal.sending.SendDailyIssue;
import news.piton.newsletter.internal.sending.SendIssue;
import news.piton.newsletter.internal.sending.SendTestIssue;
import news.piton.newsletter.internal.sending.SteerIssue;
import news.piton.newsletter.internal.store.DeliveryStore;
import news.piton.newsletter.internal.store.HeadlineStore;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.NewsletterStore;
import news.piton.newsletter.internal.store.SubscriberStore;
import news.piton.newsletter.internal.store.SubscriptionStore;
import news.piton.newsletter.internal.subscribing.ConfirmSubscription;
import news.piton.newsletter.internal.subscribing.ForgetUnconfirmed;
import news.piton.newsletter.internal.subscribing.MailConfirmation;
import news.piton.newsletter.internal.subscribing.Subscribe;
import news.piton.newsletter.internal.subscribing.SubscriptionLinks;
import news.piton.newsletter.internal.subscribing.Unsubscribe;
import news.piton.newsletter.internal.web.IssuePages;
import news.piton.newsletter.internal.web.SubscriberExport;
import news.piton.newsletter.internal.web.SubscriptionPages;

/** Puts the newsletter context together. */
public final class NewsletterPlugin implements Plugin {
    private static final Setting<Integer> RATE = Setting.number(
            "newsletter.mails-per-minute",
            1_200,
            12,
            60_000,
            "How many mails of an issue go out in a minute at the most. Mind what your mail provider allows.");
    private static final Setting<Optional<LocalTime>> DAILY_AT = new Setting<>(
            "newsletter.daily-at",
            "off",
            "When the day's headlines are composed and sent by themselves, in the site's time zone, for example 06:30;"
                    + " off means that staff send every issue.",
            NewsletterPlugin::time);

    @Override
    public PluginDescription describe() {
        return PluginDescription.of("newsletter", "0.1.0")
                .requires("articles")
                .sdl("graphql/newsletter.graphqls")
                .sdl("graphql/newsletter-subscribing.graphqls")
                .sdl("graphql/newsletter-sending.graphqls")
                .operations("graphiql/newsletter.graphql")
                .opens("Newsletter", NewsletterView.class)
                .opens("Issue", IssueView.class)
                .type("Delivery", DeliveryView.class)
                .type("Subscriber", SubscriberView.class)
                .migrations()
                .permission(NewsletterPermissions.MANAGE_NEWSLETTERS)
                .role(new Role(
                        "CIRCULATION", "Looks after newsletters.", Set.of(NewsletterPermissions.MANAGE_NEWSLETTERS)))
                .role(new Role("EDITOR", "Publishes and sends.", Set.of(NewsletterPermissions.MANAGE_NEWSLETTERS)))
                .setting(RATE)
                .setting(DAILY_AT)
                .publishes(SubscriptionRequested.TYPE, TestIssueRequested.TYPE, IssueSent.TYPE)
                .build();
    }

    @Override
    public Contribution install(Platform platform) {
        var database = platform.database();
        var outbox = platform.outbox();
        var clock = platform.clock();
        var site = platform.site();
        var articles = platform.api(Articles.class);

        var newsletters = new NewsletterStore(database);
        var subscriptions = new SubscriptionStore(database);
        var subscribers = new SubscriberStore(database);
        var issues = new IssueStore(database, site);
        var headlines = new HeadlineStore(database);
        var deliveries = new DeliveryStore(database);

        var issueLayout = new IssueLayout(site);
        var notices = new NoticeLayout(site);
        var links = new SubscriptionLinks(platform.tokens(), site, clock);
        var issueMail = new IssueMail(issueLayout, links, platform.tokens(), site);
        var readIssue = new ReadIssue(newsletters, issues, headlines, issueMail);

        var subscribe =
                new Subscribe(database, outbox, platform.guard(), platform.ids(), clock, newsletters, subscriptions);
        var confirmSubscription = new ConfirmSubscription(database, clock, links, newsletters, subscriptions);
        var unsubscribe = new Unsubscribe(database, links, newsletters, subscriptions);
        var mailConfirmation =
                new MailConfirmation(subscriptions, newsletters, links, notices, platform.mailer(), site);

        var composeIssue =
                new ComposeIssue(database, clock, platform.ids(), site, articles, newsletters, issues, headlines);
        var sendIssue = new SendIssue(database, clock, articles, newsletters, issues, headlines, deliveries);
        var sendTestIssue =
                new SendTestIssue(database, outbox, platform.guard(), platform.mailer(), issues, readIssue, issueMail);
        var steerIssue = new SteerIssue(database, clock, issues, deliveries);
        var courier = new Courier(database, clock, platform.mailer(), issues, deliveries, subscribers, issueMail);
        var withdrawArticle = new WithdrawArticle(articles, newsletters, issues, headlines);
        int portion = platform.settings().get(RATE) * (int) DeliverIssues.PAUSE.toSeconds() / 60;
        var deliverIssues = new DeliverIssues(database, outbox, clock, issues, deliveries, readIssue, courier, portion);
        var sendDailyIssue = new SendDailyIssue(database, clock, site, newsletters, issues, composeIssue, sendIssue);

        var subscriptionPages = new SubscriptionPages(notices, confirmSubscription, unsubscribe);
        var contribution = Contribution.builder()
                .on(SubscriptionRequested.TYPE, "mail-confirmation", mailConfirmation)
                .on(TestIssueRequested.TYPE, "mail-test", sendTestIssue)
                .on(ArticleUnpublished.TYPE, "withdraw-article", event -> withdrawArticle.reconsider(event.articleId()))
                .on(ArticleCorrected.TYPE, "withdraw-retracted", event -> withdrawArticle.reconsider(event.articleId()))
                .job(new Job("newsletter.send-issues", new Schedule.Every(DeliverIssues.PAUSE), deliverIssues))
                .job(new Job(
                        "newsletter.forget-unconfirmed",
                        new Schedule.Every(Duration.ofHours(6)),
                        new ForgetUnconfirmed(database, clock, subscriptions)))
                .sample(new Sample(clock, platform.ids(), newsletters, subscriptions, composeIssue))
                .route(Method.GET, "/newsletter/confirm", subscriptionPages::askToConfirm)
                .route(Method.POST, "/newsletter/confirm", subscriptionPages::confirm)
                .route(Method.GET, "/newsletter/unsubscribe", subscriptionPages::askToUnsubscribe)
                .route(Method.POST, "/newsletter/unsubscribe", subscriptionPages::unsubscribe)
                .route(Method.GET, "/newsletter/issues/{id}", new IssuePages(readIssue, issueLayout, notices)::show)
                .staffRoute(
                        Method.GET,
                        "/newsletter/subscribers.csv",
                        NewsletterPermissions.MANAGE_NEWSLETTERS,
                        "exportSubscribers",
                        new SubscriberExport(newsletters, subscribers)::send);
        platform.settings()
                .get(DAILY_AT)
                .ifPresent(time -> contribution.job(
                        new Job("newsletter.send-daily", new Schedule.Daily(time, site.zone()), sendDailyIssue)));
        new NewsletterFields(newsletters, issues, headlines, deliveries, subscribers, articles, issueLayout)
                .contribute(contribution);
        new NewsletterMutations(
                        subscribe, confirmSubscription, unsubscribe, composeIssue, sendTestIssue, sendIssue, steerIssue)
                .contribute(contribution);
        return contribution.build();
    }

    private static Optional<LocalTime> time(String text) {
        if (text.equals("off")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (java.time.format.DateTimeParseException malformed) {
            throw new IllegalArgumentException("must be off or a time of day such as 06:30");
        }
    }
}
