CREATE TABLE IF NOT EXISTS core_api_token (
  id          BIGINT        NOT NULL PRIMARY KEY,
  -- SHA-256 of the token, in hexadecimal
  digest      CHAR(64)      NOT NULL COLLATE ascii_bin,
  staff_id    BIGINT        NOT NULL,
  name        VARCHAR(100)  NOT NULL,
  -- the chosen permissions' names, a comma between them
  permissions VARCHAR(2000) NOT NULL COLLATE ascii_bin,
  created_at  DATETIME(6)   NOT NULL,
  expires_at  DATETIME(6)   NOT NULL,
  used_at     DATETIME(6)   NULL,
  revoked_at  DATETIME(6)   NULL,
  UNIQUE KEY core_api_token_digest (digest),
  KEY core_api_token_staff (staff_id, id),
  CONSTRAINT core_api_token_staff FOREIGN KEY (staff_id) REFERENCES core_staff (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
