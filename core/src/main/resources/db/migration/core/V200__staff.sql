CREATE TABLE IF NOT EXISTS core_staff (
  id         BIGINT       NOT NULL PRIMARY KEY,
  name       VARCHAR(100) NOT NULL,
  -- in its canonical form, which is in lower case: two spellings of one address are one account
  email      VARCHAR(254) NOT NULL COLLATE utf8mb4_bin,
  -- a PHC string: $argon2id$v=19$m=…,t=…,p=…$salt$digest
  password   VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  active     BOOLEAN      NOT NULL,
  version    INT          NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  UNIQUE KEY core_staff_email (email)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
