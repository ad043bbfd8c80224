-- When an article that is published, or going to be, had been published before; where it goes back to when that is called off.
ALTER TABLE articles_article ADD COLUMN IF NOT EXISTS published_before DATETIME(6) NULL AFTER published_at;
