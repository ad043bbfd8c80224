-- Who gets what: asked for until confirmed_at is set, subscribed from then on, gone when the reader unsubscribes.
CREATE TABLE IF NOT EXISTS newsletter_subscription (
    newsletter_id BIGINT      NOT NULL,
    subscriber_id BIGINT      NOT NULL,
    requested_at  DATETIME(6) NOT NULL,
    confirmed_at  DATETIME(6) NULL,
    PRIMARY KEY (newsletter_id, subscriber_id),
    KEY newsletter_subscription_subscriber (subscriber_id),
    KEY newsletter_subscription_waiting (confirmed_at, requested_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
