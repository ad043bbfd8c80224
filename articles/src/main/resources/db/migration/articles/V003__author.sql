-- The names above articles.
CREATE TABLE IF NOT EXISTS articles_author (
  id BIGINT NOT NULL PRIMARY KEY,
  slug VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(150) NOT NULL,
  bio VARCHAR(1000) NULL,
  version INT NOT NULL,
  UNIQUE KEY articles_author_slug (slug)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
