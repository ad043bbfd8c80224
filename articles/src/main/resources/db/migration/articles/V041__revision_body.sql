-- The texts of revisions, canonical HTML, under the number of the revision that brought them in; apart from the rest, so that
-- a list of revisions reads none.
CREATE TABLE IF NOT EXISTS articles_revision_body (
  id BIGINT NOT NULL PRIMARY KEY,
  article_id BIGINT NOT NULL,
  html MEDIUMTEXT NOT NULL,
  text MEDIUMTEXT NOT NULL,
  word_count INT NOT NULL,
  KEY articles_revision_body_article (article_id),
  CONSTRAINT articles_revision_body_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
