-- What the issues that began before this table was there have told.
INSERT IGNORE INTO newsletter_told (newsletter_id, article_id, issue_id)
SELECT issue.newsletter_id, headline.article_id, issue.id
FROM newsletter_issue issue
JOIN newsletter_headline headline ON headline.issue_id = issue.id
WHERE issue.status IN ('SENDING', 'PAUSED', 'SENT');
