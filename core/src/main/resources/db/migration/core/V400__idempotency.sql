-- The first answer to a mutation that came with an idempotency key, kept for 24 hours.
CREATE TABLE IF NOT EXISTS core_idempotency (
  mutation     VARCHAR(100)    CHARACTER SET ascii NOT NULL,
  actor        BIGINT          NOT NULL COMMENT 'the staff account, 0 for guests',
  key_digest   BINARY(32)      NOT NULL COMMENT 'SHA-256 of the key',
  input_digest BINARY(32)      NOT NULL COMMENT 'SHA-256 of the input as JSON',
  answer       LONGTEXT        NULL COMMENT 'the value as JSON; null only within the first transaction',
  created_at   DATETIME(6)     NOT NULL,
  PRIMARY KEY (mutation, actor, key_digest),
  KEY core_idempotency_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
