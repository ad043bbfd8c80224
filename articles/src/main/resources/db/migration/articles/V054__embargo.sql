-- Until when nobody may publish an article. Kept apart from its row, which readers' queries read.
CREATE TABLE IF NOT EXISTS articles_embargo (
  article_id BIGINT NOT NULL PRIMARY KEY,
  ends_at DATETIME(6) NOT NULL,
  CONSTRAINT articles_embargo_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
