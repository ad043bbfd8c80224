CREATE TABLE IF NOT EXISTS comments_finding (
    comment_id BIGINT       NOT NULL,
    position   INT          NOT NULL,
    rule       VARCHAR(32)  NOT NULL,
    verdict    VARCHAR(16)  NOT NULL,
    message    VARCHAR(500) NOT NULL,
    start_at   INT          NULL,
    end_at     INT          NULL,
    PRIMARY KEY (comment_id, position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
