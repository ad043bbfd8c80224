package news.piton.newsletter.internal.graphql;

import java.util.List;
import news.piton.core.plugin.Contribution;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.NewsletterPermissions;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.composing.ComposeIssue;
import news.piton.newsletter.internal.sending.SendIssue;
import news.piton.newsletter.internal.sending.SendTestIssue;
import news.piton.newsletter.internal.sending.SteerIssue;
import news.piton.newsletter.internal.sending.SteerIssue.Order;
import news.piton.newsletter.internal.subscribing.ConfirmSubscription;
import news.piton.newsletter.internal.subscribing.Subscribe;
import news.piton.newsletter.internal.subscribing.Unsubscribe;
import org.jspecify.annotations.Nullable;

/** The mutations of this context, each a door to its use case. */
public record NewsletterMutations(
        Subscribe subscribe,
        ConfirmSubscription confirmSubscription,
        Unsubscribe unsubscribe,
        ComposeIssue composeIssue,
        SendTestIssue sendTestIssue,
        SendIssue sendIssue,
        SteerIssue steerIssue) {
    private static final String TAKEN =
            "Thank you. We have sent a mail to this address; follow the link in it to confirm. It may take some"
                    + " minutes.";

    record SubscribeInput(
            String email,
            List<String> newsletters,
            @Nullable String challenge) {}

    record SubscribeValue(String message) {}

    record TokenInput(String token) {}

    record ConfirmValue(List<NewsletterView> newsletters) {}

    record UnsubscribeValue(NewsletterView newsletter) {}

    record ComposeInput(String newsletter) {}

    record TestInput(String id, String to) {}

    record IdInput(String id) {}

    record IssueValue(IssueView issue) {}

    public void contribute(Contribution.Builder contribution) {
        contribution
                .mutation(
                        "subscribe",
                        SubscribeInput.class,
                        SubscribeValue.class,
                        call -> subscribe
                                .subscribe(
                                        call.input().email(),
                                        call.input().newsletters(),
                                        call.input().challenge(),
                                        call.caller().address())
                                .map(taken -> new SubscribeValue(TAKEN)))
                .mutation(
                        "confirmSubscription",
                        TokenInput.class,
                        ConfirmValue.class,
                        call -> confirmSubscription
                                .confirm(call.input().token())
                                .map(ConfirmValue::new))
                .mutation(
                        "unsubscribe",
                        TokenInput.class,
                        UnsubscribeValue.class,
                        call -> unsubscribe.unsubscribe(call.input().token()).map(UnsubscribeValue::new))
                .mutation(
                        "composeIssue",
                        ComposeInput.class,
                        IssueValue.class,
                        call -> composeIssue.compose(call.input().newsletter()).map(IssueValue::new))
                .mutation(
                        "sendTestIssue",
                        TestInput.class,
                        IssueValue.class,
                        call -> sendTestIssue
                                .send(
                                        call.input().id(),
                                        call.input().to(),
                                        call.caller().require(NewsletterPermissions.MANAGE_NEWSLETTERS))
                                .map(IssueValue::new))
                .mutation(
                        "sendIssue",
                        IdInput.class,
                        IssueValue.class,
                        call -> sendIssue.send(call.input().id()).map(IssueValue::new));
        steering(contribution, "pauseIssue", Order.PAUSE);
        steering(contribution, "resumeIssue", Order.RESUME);
        steering(contribution, "cancelIssue", Order.CANCEL);
    }

    private void steering(Contribution.Builder contribution, String name, Order order) {
        contribution.mutation(
                name,
                IdInput.class,
                IssueValue.class,
                call -> steerIssue.steer(call.input().id(), order).map(IssueValue::new));
    }
}
