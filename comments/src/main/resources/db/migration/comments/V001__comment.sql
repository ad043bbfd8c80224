-- `shown` is what readers may see: approved, and every comment above it shown. Kept, so that no read has to climb a thread.
CREATE TABLE IF NOT EXISTS comments_comment (
    id           BIGINT       NOT NULL PRIMARY KEY,
    article_id   BIGINT       NOT NULL,
    parent_id    BIGINT       NULL,
    depth        INT          NOT NULL,
    author_name  VARCHAR(100) NOT NULL,
    author_email VARCHAR(254) NULL,
    staff_id     BIGINT       NULL,
    body         TEXT         NOT NULL,
    digest       CHAR(32)     NOT NULL,
    status       VARCHAR(16)  NOT NULL,
    shown        BOOLEAN      NOT NULL DEFAULT FALSE,
    posted_at    DATETIME(6)  NOT NULL,
    version      INT          NOT NULL,
    KEY comments_thread (article_id, parent_id, shown, posted_at, id),
    KEY comments_children (parent_id),
    KEY comments_queue (status, posted_at, id),
    KEY comments_same_text (digest, posted_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
