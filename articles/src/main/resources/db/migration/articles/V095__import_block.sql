-- Reusable blocks of WordPress sites, which their posts name by number.
CREATE TABLE IF NOT EXISTS articles_import_block (
  site VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  original BIGINT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  PRIMARY KEY (site, original)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
