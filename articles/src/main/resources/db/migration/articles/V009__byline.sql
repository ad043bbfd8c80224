-- Who stands above an article, in its order. state and listed_at repeat the article's, so that an author's page is one index range.
CREATE TABLE IF NOT EXISTS articles_byline (
  article_id BIGINT NOT NULL,
  author_id BIGINT NOT NULL,
  position SMALLINT NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  listed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (article_id, author_id),
  KEY articles_byline_newest (author_id, state, listed_at, article_id),
  CONSTRAINT articles_byline_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE,
  CONSTRAINT articles_byline_author_fk FOREIGN KEY (author_id) REFERENCES articles_author (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
