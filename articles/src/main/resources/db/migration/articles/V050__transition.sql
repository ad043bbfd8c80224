-- What has been done with an article, step by step. position counts an article's steps from 1, in the order in which they were
-- taken. actor_*: who did it; NULL where its time had come. moment: what the step is about, such as the time of a scheduled
-- publication. late_ms: how late a step of time was announced.
CREATE TABLE IF NOT EXISTS articles_transition (
  article_id BIGINT NOT NULL,
  position INT NOT NULL,
  kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(6) NOT NULL,
  actor_id BIGINT NULL,
  actor_name VARCHAR(100) NULL,
  from_status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  to_status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note VARCHAR(500) NULL,
  moment DATETIME(6) NULL,
  late_ms BIGINT NULL,
  version INT NOT NULL,
  PRIMARY KEY (article_id, position),
  CONSTRAINT articles_transition_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
