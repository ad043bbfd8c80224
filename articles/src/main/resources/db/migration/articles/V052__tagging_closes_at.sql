-- closes_at repeats the article's, as state and listed_at do.
ALTER TABLE articles_tagging
  ADD COLUMN IF NOT EXISTS closes_at DATETIME(6) NULL,
  DROP KEY IF EXISTS articles_tagging_newest,
  ADD KEY articles_tagging_newest (tag_id, state, listed_at, article_id, closes_at);
