-- What lists show of an article; the text is elsewhere, so that a page of a list reads few and small rows.
-- state: DRAFT, IN_REVIEW, PUBLISHED or UNPUBLISHED; PUBLISHED with a published_at to come is what clients see as SCHEDULED.
-- listed_at: where the article stands in "newest first": published_at, or the time it was written while that is unknown.
-- due_at: when the event of a scheduled publication is due; NULL when no event is owed.
CREATE TABLE IF NOT EXISTS articles_article (
  id BIGINT NOT NULL PRIMARY KEY,
  slug VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  headline VARCHAR(250) NOT NULL,
  standfirst VARCHAR(1000) NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(500) NULL,
  published_at DATETIME(6) NULL,
  listed_at DATETIME(6) NOT NULL,
  due_at DATETIME(6) NULL,
  section_id BIGINT NOT NULL,
  source_id BIGINT NULL,
  image_id BIGINT NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  version INT NOT NULL,
  UNIQUE KEY articles_article_slug (slug),
  KEY articles_article_newest (state, listed_at, id),
  KEY articles_article_in_section (section_id, state, listed_at, id),
  KEY articles_article_from_source (source_id, state, listed_at, id),
  KEY articles_article_image (image_id),
  KEY articles_article_due (due_at),
  CONSTRAINT articles_article_section_fk FOREIGN KEY (section_id) REFERENCES articles_section (id),
  CONSTRAINT articles_article_source_fk FOREIGN KEY (source_id) REFERENCES articles_source (id),
  CONSTRAINT articles_article_image_fk FOREIGN KEY (image_id) REFERENCES articles_image (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
