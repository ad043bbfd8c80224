-- A section may stand below another one, once. NULL: it stands by itself.
ALTER TABLE articles_section
  ADD COLUMN IF NOT EXISTS parent_id BIGINT NULL AFTER position,
  ADD KEY IF NOT EXISTS articles_section_parent (parent_id, position);
