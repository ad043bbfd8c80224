-- Retractions that one member of staff has proposed and that wait for a second one.
CREATE TABLE IF NOT EXISTS articles_pending_retraction (
  article_id BIGINT NOT NULL PRIMARY KEY,
  text VARCHAR(2000) NOT NULL,
  staff_id BIGINT NOT NULL,
  staff_name VARCHAR(200) NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  KEY articles_pending_retraction_oldest (proposed_at, article_id),
  CONSTRAINT articles_pending_retraction_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
