-- An address, once, whatever it is subscribed to. Erased with its last subscription.
CREATE TABLE IF NOT EXISTS newsletter_subscriber (
    id           BIGINT       NOT NULL PRIMARY KEY,
    -- in canonical form: lower case, international domains in their ASCII form
    email        VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- when and how often somebody asked us to write to it since it last confirmed; the pauses between our mails grow with the number
    asked_at     DATETIME(6)  NOT NULL,
    asks         INT          NOT NULL,
    -- since when its server refuses it for good, and with which words; confirming again clears both
    bounced_at   DATETIME(6)  NULL,
    bounce_reply VARCHAR(500) NULL,
    UNIQUE KEY newsletter_subscriber_email (email)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
