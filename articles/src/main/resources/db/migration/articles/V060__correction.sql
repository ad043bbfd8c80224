-- What the paper has said of its own mistakes in published articles, and what it takes back. Never changed.
CREATE TABLE IF NOT EXISTS articles_correction (
  id BIGINT NOT NULL PRIMARY KEY,
  article_id BIGINT NOT NULL,
  kind VARCHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text VARCHAR(2000) NOT NULL,
  corrected_at DATETIME(6) NOT NULL,
  KEY articles_correction_newest (corrected_at, id),
  KEY articles_correction_of_article (article_id, corrected_at, id),
  CONSTRAINT articles_correction_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
