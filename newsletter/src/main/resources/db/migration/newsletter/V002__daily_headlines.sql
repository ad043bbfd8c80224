-- The newsletter that every installation has from the start.
INSERT IGNORE INTO newsletter_newsletter (id, slug, title, description)
VALUES (1, 'daily-headlines', 'Daily headlines', 'The headlines of the day, once a day, in one mail.');
