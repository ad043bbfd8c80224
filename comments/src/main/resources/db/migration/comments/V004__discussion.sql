-- One row for each article that somebody has commented on or closed; whoever changes a discussion locks its row first.
CREATE TABLE IF NOT EXISTS comments_discussion (
    article_id  BIGINT  NOT NULL PRIMARY KEY,
    open        BOOLEAN NOT NULL DEFAULT TRUE,
    shown_count INT     NOT NULL DEFAULT 0
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
