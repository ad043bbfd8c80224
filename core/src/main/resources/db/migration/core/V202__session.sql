CREATE TABLE IF NOT EXISTS core_session (
  id         BIGINT      NOT NULL PRIMARY KEY,
  -- SHA-256 of the secret, in hexadecimal; the secret itself is with its owner only
  digest     CHAR(64)    NOT NULL COLLATE ascii_bin,
  staff_id   BIGINT      NOT NULL,
  created_at DATETIME(6) NOT NULL,
  used_at    DATETIME(6) NOT NULL,
  UNIQUE KEY core_session_digest (digest),
  KEY core_session_staff (staff_id),
  KEY core_session_used (used_at),
  CONSTRAINT core_session_staff FOREIGN KEY (staff_id) REFERENCES core_staff (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
