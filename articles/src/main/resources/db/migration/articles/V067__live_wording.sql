-- What entries of live blogs said before they were changed. version: of the entry while it said so. replaced_at: when it was changed.
CREATE TABLE IF NOT EXISTS articles_live_wording (
  entry_id BIGINT NOT NULL,
  version INT NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  headline VARCHAR(250) NULL,
  html MEDIUMTEXT NOT NULL,
  text MEDIUMTEXT NOT NULL,
  word_count INT NOT NULL,
  written_by VARCHAR(200) NOT NULL,
  replaced_at DATETIME(6) NOT NULL,
  PRIMARY KEY (entry_id, version),
  CONSTRAINT articles_live_wording_entry_fk FOREIGN KEY (entry_id) REFERENCES articles_live_entry (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
