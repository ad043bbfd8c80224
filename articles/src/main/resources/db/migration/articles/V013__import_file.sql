-- Files of WordPress sites that their posts name by number: galleries and main pictures find addresses and captions here.
CREATE TABLE IF NOT EXISTS articles_import_file (
  site VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  original BIGINT NOT NULL,
  parent BIGINT NOT NULL,
  url VARCHAR(2000) NOT NULL,
  alt VARCHAR(1000) NOT NULL,
  caption VARCHAR(1000) NOT NULL,
  width INT NOT NULL,
  height INT NOT NULL,
  PRIMARY KEY (site, original),
  KEY articles_import_file_parent (site, parent, original)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
