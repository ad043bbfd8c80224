CREATE TABLE IF NOT EXISTS tips_tip (
  id         BIGINT        NOT NULL PRIMARY KEY,
  article_id BIGINT        NOT NULL,
  text       VARCHAR(1000) NOT NULL,
  sent_at    DATETIME(6)   NOT NULL,
  KEY tips_tip_article (article_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
