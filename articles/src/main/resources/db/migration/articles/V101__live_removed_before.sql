-- Entries that were taken away before that was written down by itself.
UPDATE articles_live_entry
   SET removed_at = COALESCE(edited_at, entered_at), removed_by = COALESCE(edited_by, posted_by)
 WHERE shown = 0 AND removed_at IS NULL;
