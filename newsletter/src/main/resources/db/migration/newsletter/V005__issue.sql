-- One issue of a newsletter.
CREATE TABLE IF NOT EXISTS newsletter_issue (
    id            BIGINT       NOT NULL PRIMARY KEY,
    newsletter_id BIGINT       NOT NULL,
    status        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject       VARCHAR(200) NOT NULL,
    -- it holds what was published from covers_from (inclusive) to covers_to (exclusive)
    covers_from   DATETIME(6)  NOT NULL,
    covers_to     DATETIME(6)  NOT NULL,
    composed_at   DATETIME(6)  NOT NULL,
    -- when its recipients were fixed and sending began; for a skipped issue, when it was skipped
    started_at    DATETIME(6)  NULL,
    -- when the last recipient was dealt with
    finished_at   DATETIME(6)  NULL,
    KEY newsletter_issue_list (newsletter_id, id),
    KEY newsletter_issue_status (status, started_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
