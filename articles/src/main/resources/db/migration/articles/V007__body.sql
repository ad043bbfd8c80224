-- The canonical, sanitised HTML of an article and what is derived from it.
CREATE TABLE IF NOT EXISTS articles_body (
  article_id BIGINT NOT NULL PRIMARY KEY,
  html MEDIUMTEXT NOT NULL,
  text MEDIUMTEXT NOT NULL,
  word_count INT NOT NULL,
  CONSTRAINT articles_body_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
