-- The entries of live blogs. entered_at: the time that it tells of, which orders it. shown: 0 once it was removed; it is kept.
CREATE TABLE IF NOT EXISTS articles_live_entry (
  id BIGINT NOT NULL PRIMARY KEY,
  article_id BIGINT NOT NULL,
  shown TINYINT NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  headline VARCHAR(250) NULL,
  html MEDIUMTEXT NOT NULL,
  text MEDIUMTEXT NOT NULL,
  word_count INT NOT NULL,
  posted_by VARCHAR(200) NOT NULL,
  edited_at DATETIME(6) NULL,
  edited_by VARCHAR(200) NULL,
  version INT NOT NULL,
  KEY articles_live_entry_newest (article_id, shown, entered_at, id),
  CONSTRAINT articles_live_entry_article_fk FOREIGN KEY (article_id) REFERENCES articles_live_blog (article_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
