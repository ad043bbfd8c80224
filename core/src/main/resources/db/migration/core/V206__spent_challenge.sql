CREATE TABLE IF NOT EXISTS core_spent_challenge (
  signature  CHAR(64)    NOT NULL COLLATE ascii_bin PRIMARY KEY,
  expires_at DATETIME(6) NOT NULL,
  KEY core_spent_challenge_expires (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
