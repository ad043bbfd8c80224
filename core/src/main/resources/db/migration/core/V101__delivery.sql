-- What is still owed: one row per event and subscriber, gone once it is paid. Parked rows have no due_at.
CREATE TABLE IF NOT EXISTS core_delivery (
    event_id BIGINT NOT NULL,
    subscriber VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts INT NOT NULL,
    due_at DATETIME(6) NULL,
    failure VARCHAR(1000) NULL,
    PRIMARY KEY (event_id, subscriber),
    INDEX core_delivery_due (subscriber, due_at, event_id)
) ENGINE InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
