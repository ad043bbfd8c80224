CREATE TABLE IF NOT EXISTS core_audit (
  id         BIGINT        NOT NULL PRIMARY KEY,
  at         DATETIME(6)   NOT NULL,
  -- who, as it was then; accounts may change their names later
  actor_id   BIGINT        NOT NULL,
  actor_name VARCHAR(100)  NOT NULL,
  via        VARCHAR(64)   NOT NULL COLLATE ascii_bin,
  action     VARCHAR(100)  NOT NULL COLLATE utf8mb4_bin,
  -- global ids of what it was done to, a space between them
  subjects   VARCHAR(4000) NOT NULL COLLATE utf8mb4_bin,
  outcome    VARCHAR(64)   NOT NULL COLLATE utf8mb4_bin,
  detail     TEXT          NOT NULL,
  KEY core_audit_actor (actor_id, id),
  KEY core_audit_action (action, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
