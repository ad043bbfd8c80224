-- Grows by one with every change of the tag.
ALTER TABLE articles_tag ADD COLUMN IF NOT EXISTS version INT NOT NULL DEFAULT 1;
