-- Subjects; made by their first use.
CREATE TABLE IF NOT EXISTS articles_tag (
  id BIGINT NOT NULL PRIMARY KEY,
  slug VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(100) NOT NULL,
  UNIQUE KEY articles_tag_slug (slug)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
