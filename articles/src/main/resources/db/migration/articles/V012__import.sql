-- Which article a post of a WordPress site has become, so that an import brings nothing twice.
CREATE TABLE IF NOT EXISTS articles_import (
  site VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  post BIGINT NOT NULL,
  article_id BIGINT NOT NULL,
  PRIMARY KEY (site, post),
  KEY articles_import_article (article_id),
  CONSTRAINT articles_import_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
