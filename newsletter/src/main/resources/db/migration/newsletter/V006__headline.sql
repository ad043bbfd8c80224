-- What an issue tells of its articles, as they were when it was composed: every recipient reads the same.
CREATE TABLE IF NOT EXISTS newsletter_headline (
    issue_id   BIGINT        NOT NULL,
    position   INT           NOT NULL,
    article_id BIGINT        NOT NULL,
    section    VARCHAR(200)  NOT NULL,
    headline   VARCHAR(500)  NOT NULL,
    summary    VARCHAR(1000) NOT NULL,
    url        VARCHAR(2000) NOT NULL,
    PRIMARY KEY (issue_id, position),
    KEY newsletter_headline_article (article_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
