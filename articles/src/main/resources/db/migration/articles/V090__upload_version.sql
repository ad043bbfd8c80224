-- Grows by one with every change of what is said of an uploaded image.
ALTER TABLE articles_upload ADD COLUMN IF NOT EXISTS version INT NOT NULL DEFAULT 1 AFTER credit;
