-- The ledger: one row for each recipient of an issue, written when sending begins. It holds no address, so that a reader
-- who leaves is gone from here as well.
CREATE TABLE IF NOT EXISTS newsletter_delivery (
    issue_id      BIGINT       NOT NULL,
    subscriber_id BIGINT       NOT NULL,
    -- WAITING -> SENDING -> SENT | FAILED | UNCERTAIN, or WAITING again; WAITING -> SUPPRESSED
    state         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- how often the mail was handed to the server
    attempts      INT          NOT NULL DEFAULT 0,
    -- WAITING: not before. SENDING: taken up at. Else: since when.
    at            DATETIME(6)  NOT NULL,
    -- the server's last words
    reply         VARCHAR(500) NULL,
    PRIMARY KEY (issue_id, subscriber_id),
    KEY newsletter_delivery_queue (issue_id, state, at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
