-- Which revision of a published or scheduled article waits for an editor; at most one for each.
CREATE TABLE IF NOT EXISTS articles_pending (
  article_id BIGINT NOT NULL PRIMARY KEY,
  revision_id BIGINT NOT NULL,
  UNIQUE KEY articles_pending_revision (revision_id),
  CONSTRAINT articles_pending_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE,
  CONSTRAINT articles_pending_revision_fk FOREIGN KEY (revision_id) REFERENCES articles_revision (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
