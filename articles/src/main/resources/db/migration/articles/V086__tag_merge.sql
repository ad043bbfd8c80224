-- Tags that are becoming part of others and have more articles than are moved at once. The rest follows piece by piece, after a
-- crash too; the row goes with the tag.
CREATE TABLE IF NOT EXISTS articles_tag_merge (
  from_id BIGINT NOT NULL PRIMARY KEY,
  into_id BIGINT NOT NULL,
  KEY articles_tag_merge_into (into_id),
  CONSTRAINT articles_tag_merge_from_fk FOREIGN KEY (from_id) REFERENCES articles_tag (id) ON DELETE CASCADE,
  CONSTRAINT articles_tag_merge_into_fk FOREIGN KEY (into_id) REFERENCES articles_tag (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
