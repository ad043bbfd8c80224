-- Which issue told a newsletter's readers of an article; written when the issue begins to be sent. It stays when the article
-- is unpublished and its headline goes, so that nobody is told again. An issue that was cancelled counts as if it had not told.
CREATE TABLE IF NOT EXISTS newsletter_told (
    newsletter_id BIGINT NOT NULL,
    article_id    BIGINT NOT NULL,
    issue_id      BIGINT NOT NULL,
    PRIMARY KEY (newsletter_id, article_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
