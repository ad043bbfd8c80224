-- closes_at: from when on readers cannot read a published article any more; NULL for good. It ends the indexes that lists are
-- read from, so that what is over is passed by and counted out without a look at its row.
ALTER TABLE articles_article
  ADD COLUMN IF NOT EXISTS closes_at DATETIME(6) NULL AFTER due_at,
  DROP KEY IF EXISTS articles_article_newest,
  ADD KEY articles_article_newest (state, listed_at, id, closes_at),
  DROP KEY IF EXISTS articles_article_in_section,
  ADD KEY articles_article_in_section (section_id, state, listed_at, id, closes_at),
  DROP KEY IF EXISTS articles_article_from_source,
  ADD KEY articles_article_from_source (source_id, state, listed_at, id, closes_at);
