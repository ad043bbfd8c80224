-- What has happened, as its publisher told it, kept for a while after every subscriber has had it.
CREATE TABLE IF NOT EXISTS core_event (
    id BIGINT NOT NULL PRIMARY KEY,
    type VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload MEDIUMTEXT NOT NULL,
    occurred_at DATETIME(6) NOT NULL,
    INDEX core_event_occurred (occurred_at, type)
) ENGINE InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
