-- Where copy came from that the newsroom did not write.
CREATE TABLE IF NOT EXISTS articles_source (
  id BIGINT NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  url VARCHAR(2000) NULL,
  version INT NOT NULL,
  UNIQUE KEY articles_source_name (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
