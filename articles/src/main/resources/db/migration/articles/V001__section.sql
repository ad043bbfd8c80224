-- The parts of the paper. Readers see them by position.
CREATE TABLE IF NOT EXISTS articles_section (
  id BIGINT NOT NULL PRIMARY KEY,
  slug VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(100) NOT NULL,
  position INT NOT NULL,
  version INT NOT NULL,
  UNIQUE KEY articles_section_slug (slug)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
