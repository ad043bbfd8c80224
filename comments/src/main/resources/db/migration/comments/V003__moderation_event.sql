CREATE TABLE IF NOT EXISTS comments_moderation_event (
    id            BIGINT        NOT NULL PRIMARY KEY,
    comment_id    BIGINT        NOT NULL,
    decided_at    DATETIME(6)   NOT NULL,
    staff_id      BIGINT        NULL,
    moderator     VARCHAR(100)  NULL,
    status_before VARCHAR(16)   NOT NULL,
    status_after  VARCHAR(16)   NOT NULL,
    rule          VARCHAR(32)   NULL,
    note          VARCHAR(1000) NULL,
    KEY comments_history (comment_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
