-- How often an article was opened through its short link, by the channel whose mark the link bore. Numbers and nothing else.
CREATE TABLE IF NOT EXISTS sharing_visit (
    article_id BIGINT      NOT NULL,
    channel    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    visits     BIGINT      NOT NULL,
    PRIMARY KEY (article_id, channel)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
