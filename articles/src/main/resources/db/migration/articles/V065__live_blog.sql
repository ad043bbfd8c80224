-- Articles that take entries while something goes on. closed_at: NULL while entries are taken.
CREATE TABLE IF NOT EXISTS articles_live_blog (
  article_id BIGINT NOT NULL PRIMARY KEY,
  started_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6) NULL,
  CONSTRAINT articles_live_blog_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
