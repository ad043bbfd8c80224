-- The words of an article as search looks for them: folded, short ones lengthened (see SearchWords), the headline's repeated.
CREATE TABLE IF NOT EXISTS articles_search (
  article_id BIGINT NOT NULL PRIMARY KEY,
  words MEDIUMTEXT NOT NULL,
  FULLTEXT KEY articles_search_words (words),
  CONSTRAINT articles_search_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
