-- Slugs that sections, tags (merged ones too) and authors had before, and where they lead now. A slug that is in use again
-- means whatever has it now. kind: SECTION, TAG or AUTHOR.
CREATE TABLE IF NOT EXISTS articles_old_slug (
  kind VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slug VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  entry_id BIGINT NOT NULL,
  PRIMARY KEY (kind, slug),
  KEY articles_old_slug_entry (kind, entry_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
