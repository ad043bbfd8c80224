-- Articles that the editors put forward, since when; the last one leads. Kept apart from their rows: there are few, among a million.
CREATE TABLE IF NOT EXISTS articles_featured (
  article_id BIGINT NOT NULL PRIMARY KEY,
  featured_at DATETIME(6) NOT NULL,
  KEY articles_featured_last (featured_at, article_id),
  CONSTRAINT articles_featured_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
