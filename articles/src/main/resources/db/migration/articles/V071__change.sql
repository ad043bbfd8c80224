-- When an article was last written, by the database's clock, so that every node's search index can follow.
CREATE TABLE IF NOT EXISTS articles_change (
  article_id BIGINT NOT NULL PRIMARY KEY,
  changed_at DATETIME(6) NOT NULL,
  KEY articles_change_newest (changed_at, article_id),
  CONSTRAINT articles_change_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
