package news.piton.core.host;

import news.piton.core.graphql.Pages;
import news.piton.core.outbox.ParkedDeliveries;
import news.piton.core.plugin.Contribution;

/** Looking at deliveries that were given up, and having them tried again. */
final class DeliveryOperations {
    private final ParkedDeliveries parked;

    DeliveryOperations(ParkedDeliveries parked) {
        this.parked = parked;
    }

    record RetryDeliveriesInput(String subscriber) {}

    record RetriedDeliveries(int retried) {}

    void contributeTo(Contribution.Builder contribution) {
        contribution
                .query(
                        "parkedDeliveries",
                        environment -> parked.page(Pages.of(environment), environment.getArgument("subscriber")))
                .mutation(
                        "retryDeliveries",
                        RetryDeliveriesInput.class,
                        RetriedDeliveries.class,
                        call -> parked.retry(call.input().subscriber()).map(RetriedDeliveries::new));
    }
}
