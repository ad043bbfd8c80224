CREATE TABLE IF NOT EXISTS core_mail_captured (
  id        BIGINT       NOT NULL PRIMARY KEY,
  at        DATETIME(6)  NOT NULL,
  recipient VARCHAR(254) NOT NULL,
  subject   VARCHAR(998) NOT NULL,
  -- the mail as it would have gone to the SMTP server, headers and all
  raw       MEDIUMBLOB   NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
