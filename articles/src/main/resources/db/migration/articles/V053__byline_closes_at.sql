-- closes_at repeats the article's, as state and listed_at do.
ALTER TABLE articles_byline
  ADD COLUMN IF NOT EXISTS closes_at DATETIME(6) NULL,
  DROP KEY IF EXISTS articles_byline_newest,
  ADD KEY articles_byline_newest (author_id, state, listed_at, article_id, closes_at);
