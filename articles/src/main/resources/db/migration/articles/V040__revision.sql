-- What was saved of an article: a row for each save, written once and never changed. number: the version that the article had
-- with it; action: WRITTEN, PROPOSED, APPROVED or DISCARDED; of_id: the revision that was restored, approved or discarded;
-- tags: names, one a line; authors: numbers, with commas between; body_id: where its text is, which it may share with others.
-- An article's first revision has the article's number. An article without any has its own row as the only one.
CREATE TABLE IF NOT EXISTS articles_revision (
  id BIGINT NOT NULL PRIMARY KEY,
  article_id BIGINT NOT NULL,
  number INT NOT NULL,
  action VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  saved_at DATETIME(6) NOT NULL,
  staff_id BIGINT NULL,
  saved_by VARCHAR(200) NULL,
  note VARCHAR(500) NULL,
  of_id BIGINT NULL,
  slug VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  headline VARCHAR(250) NOT NULL,
  standfirst VARCHAR(1000) NULL,
  section_id BIGINT NOT NULL,
  source_id BIGINT NULL,
  tags TEXT NOT NULL,
  authors VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  image_url VARCHAR(2000) NULL,
  image_width INT NOT NULL,
  image_height INT NOT NULL,
  image_alt VARCHAR(1000) NOT NULL,
  image_caption VARCHAR(1000) NULL,
  image_credit VARCHAR(250) NULL,
  body_id BIGINT NOT NULL,
  UNIQUE KEY articles_revision_number (article_id, number),
  CONSTRAINT articles_revision_article_fk FOREIGN KEY (article_id) REFERENCES articles_article (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
