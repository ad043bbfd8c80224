-- Who took an entry of a live blog away, and when; both NULL while readers see it.
ALTER TABLE articles_live_entry
  ADD COLUMN IF NOT EXISTS removed_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS removed_by VARCHAR(200) NULL;
