-- Counts the changes of what an issue says, so that whoever sends it reads it again.
ALTER TABLE newsletter_issue ADD COLUMN IF NOT EXISTS revision INT NOT NULL DEFAULT 0;
