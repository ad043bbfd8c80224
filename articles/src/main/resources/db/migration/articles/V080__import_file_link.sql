-- The page that a file had on its old site, whose readers are led to the article now, and whom the picture is owed to.
ALTER TABLE articles_import_file
  ADD COLUMN IF NOT EXISTS link VARCHAR(2000) NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS credit VARCHAR(250) NOT NULL DEFAULT '';
