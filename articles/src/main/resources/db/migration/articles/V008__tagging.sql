-- Which tags an article carries, in its order. state and listed_at repeat the article's, so that a tag's page is one index range.
CREATE TABLE IF NOT EXISTS articles_tagging (
  article_id BIGINT NOT NULL,
  tag_id BIGINT NOT NULL,
  position SMALLINT NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  listed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (article_id, tag_id),
  KEY articles_tagging_newest (tag_id, state, listed_at, article_id),
  CONSTRAINT articles_tagging_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE,
  CONSTRAINT articles_tagging_tag_fk FOREIGN KEY (tag_id) REFERENCES articles_tag (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
