-- How often articles were read, by the hour (hours since 1970-01-01T00:00Z); nothing about who read them. Dropped after two days.
CREATE TABLE IF NOT EXISTS articles_reads (
  hour INT NOT NULL,
  article_id BIGINT NOT NULL,
  times INT NOT NULL,
  PRIMARY KEY (hour, article_id),
  CONSTRAINT articles_reads_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
