-- Where an article was found before: permalinks of changed slugs and of the system it was imported from. Path and query.
CREATE TABLE IF NOT EXISTS articles_old_address (
  path VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  article_id BIGINT NOT NULL,
  KEY articles_old_address_article (article_id),
  CONSTRAINT articles_old_address_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
